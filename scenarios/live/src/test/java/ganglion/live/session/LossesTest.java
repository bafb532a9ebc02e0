package ganglion.live.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.live.source.LiveSound.LossCause;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was lost is told once, with its cause. */
class LossesTest {

    @Test
    void eachCauseHasALineOfItsOwn() {
        Losses losses = new Losses();
        losses.lost(100, LossCause.TOO_FAST);
        losses.lost(8000, LossCause.GONE);
        losses.lost(20, LossCause.TOO_FAST);

        assertEquals(
                List.of(
                        "120 samples were lost: the sound came faster than it was heard",
                        "8000 samples were lost: the microphone was gone"),
                losses.untold());
        assertEquals(List.of(), losses.untold());
        assertEquals(8120, losses.samples());
    }
}
