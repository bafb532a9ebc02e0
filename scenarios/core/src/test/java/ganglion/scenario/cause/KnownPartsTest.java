package ganglion.scenario.cause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.cause.EventPart;
import ganglion.kernel.cause.PotentialParts;
import ganglion.kernel.cause.SpikeId;
import ganglion.scenario.cause.Causes.KnownParts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownPartsTest {

    private final List<Long> found = new ArrayList<>();

    private Optional<PotentialParts> find(SpikeId at) {
        found.add(at.tick());
        EventPart event = new EventPart(new SpikeId(0, 0, 0), 0, 1, 1, 1);
        return Optional.of(
                new PotentialParts(at.tick(), 0, 1, 0, 0, 0, 0, List.of(), Collections.nCopies(9, event), 0));
    }

    private static SpikeId at(long tick) {
        return new SpikeId(0, 0, tick);
    }

    @Test
    void keepsWhatWasAskedForLastAndFindsTheRestAgain() {
        KnownParts known = new KnownParts(this::find, 25);

        known.of(at(1));
        known.of(at(2));
        known.of(at(1));
        known.of(at(3));
        known.of(at(1));
        known.of(at(2));

        assertEquals(List.of(1L, 2L, 3L, 2L), found);
        assertEquals(2, known.size());
    }

    @Test
    void keepsOnePotentialOfAnySize() {
        KnownParts known = new KnownParts(this::find, 3);

        known.of(at(1));
        known.of(at(1));

        assertEquals(List.of(1L), found);
    }
}
