package ganglion.live.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ganglion.live.event.LiveEvent.LiveNotice;
import ganglion.live.session.LiveSession.SilenceWatch;
import ganglion.live.source.HandClock;
import org.junit.jupiter.api.Test;

/** A device that is open but delivers nothing is noticed once. */
class SilenceWatchTest {

    private static final long MILLISECOND = 1_000_000;

    private final HandClock clock = new HandClock();
    private final Losses losses = new Losses();
    private final SilenceWatch watch = new SilenceWatch(losses, 0);

    private void nothingFor(long milliseconds) {
        clock.pass(milliseconds * MILLISECOND);
        watch.nothing(clock.nanoseconds());
    }

    @Test
    void aSecondWithoutSoundIsToldOnce() {
        nothingFor(999);
        assertNull(losses.next());
        nothingFor(1);
        nothingFor(5000);
        assertEquals(LiveNotice.Kind.SOURCE_GONE, losses.next().kind());
        assertNull(losses.next());

        watch.heard(clock.nanoseconds());
        watch.heard(clock.nanoseconds());
        assertEquals(LiveNotice.Kind.SOURCE_BACK, losses.next().kind());
        assertNull(losses.next());
    }

    @Test
    void aSourceThatIsLookedForIsNotToldOfTwice() {
        losses.gone("unplugged");
        losses.next();
        nothingFor(3000);
        losses.back("back");
        losses.next();
        nothingFor(900);
        assertNull(losses.next());
    }
}
