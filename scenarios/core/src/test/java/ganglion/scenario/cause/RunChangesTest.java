package ganglion.scenario.cause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.cause.SpikeId;
import ganglion.kernel.event.SpikeRaster;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RunChangesTest {

    private static SpikeRaster spikes(long... ticks) {
        SpikeRaster.Builder builder = SpikeRaster.builder(2);
        for (long tick : ticks) {
            builder.add(tick, 1);
        }
        return builder.build();
    }

    private static SpikeOutcome outcome(long tick, SpikeRaster before, SpikeRaster after) {
        return SpikeOutcome.of(new SpikeId(0, 1, tick), List.of(before), List.of(after));
    }

    @Test
    void countsWhatIsLostAndWhatIsNew() {
        RunChanges changes =
                RunChanges.between(List.of(spikes(1, 3, 5), spikes(2)), List.of(spikes(1, 4, 6, 7), spikes(2)));

        assertEquals(
                List.of(new RunChanges.PopulationCounts(0, 3, 4, 2, 3), new RunChanges.PopulationCounts(1, 1, 1, 0, 0)),
                changes.populations());
        assertEquals(List.of(new SpikeId(0, 1, 3), new SpikeId(0, 1, 5)), changes.firstLost());
        assertEquals(3, changes.added());
        assertEquals(2, changes.lost());
    }

    @Test
    void namesTheFirstOfAllPopulations() {
        SpikeRaster many = spikes(20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31);
        RunChanges changes = RunChanges.between(List.of(many, spikes(2)), List.of(spikes(), spikes()));

        assertEquals(RunChanges.NAMED, changes.firstLost().size());
        assertEquals(new SpikeId(1, 1, 2), changes.firstLost().get(0));
        assertEquals(13, changes.lost());
    }

    @Test
    void aSpikeIsStillThere() {
        assertTrue(outcome(3, spikes(1, 3, 9), spikes(3)).stillFires());
    }

    /** To the nearest of those between its neighbours. */
    @Test
    void aSpikeMoves() {
        SpikeOutcome found = outcome(5, spikes(1, 5, 9), spikes(1, 2, 7, 9));

        assertFalse(found.stillFires());
        assertEquals(OptionalLong.of(7), found.movedToTick());
        assertEquals(OptionalLong.of(7), found.nextTick());
    }

    /** Its neighbours are no new place of it. */
    @Test
    void aSpikeIsGone() {
        SpikeOutcome found = outcome(5, spikes(1, 5, 9), spikes(1, 9));

        assertEquals(OptionalLong.empty(), found.movedToTick());
        assertEquals(OptionalLong.of(9), found.nextTick());
        assertEquals(OptionalLong.empty(), outcome(5, spikes(5), spikes()).nextTick());
    }

    @Test
    void aSpikeMovesToAnEarlierTime() {
        assertEquals(OptionalLong.of(4), outcome(5, spikes(1, 5), spikes(1, 4)).movedToTick());
    }
}
