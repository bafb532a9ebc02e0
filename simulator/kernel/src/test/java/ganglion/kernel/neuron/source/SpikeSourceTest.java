package ganglion.kernel.neuron.source;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Visit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A raster of six neurons, of which a group hosts neurons 2 and 3. */
class SpikeSourceTest {

    private static final SpikeRaster SPIKES = SpikeRaster.builder(6)
            .add(1, 0)
            .add(3, 1)
            .add(3, 2)
            .add(3, 3)
            .add(3, 4)
            .add(8, 5)
            .add(9, 3)
            .add(12, 0)
            .build();

    private final SpikeSource source = new SpikeSource(SPIKES);

    /** Spikes of a group from a tick on, as {@code tick:neuron}, visited only where it wants to be. */
    private static List<String> run(NeuronGroup group, long until) {
        List<String> spikes = new ArrayList<>();
        Visit visit = new Visit();
        for (long tick = group.nextOwnTick(); tick < until; tick = group.nextOwnTick()) {
            visit.clear();
            group.visitAll(tick, new double[0], 0, visit);
            for (int i = 0; i < visit.firedCount(); i++) {
                spikes.add(tick + ":" + visit.fired(i));
            }
        }
        return spikes;
    }

    @Test
    void leavesOutSpikesOfTicksThatWerePassedOver() {
        NeuronGroup group = source.createGroup(2, 2);
        Visit visit = new Visit();

        group.visitAll(8, new double[0], 0, visit);

        assertEquals(0, visit.firedCount());
        assertEquals(9, group.nextOwnTick());
    }

    @Test
    void goesOnAfterTheTickThatItIsRestoredTo() {
        NeuronGroup before = source.createGroup(2, 2);
        before.restoreState(2, new long[0], 0);
        NeuronGroup after = source.createGroup(2, 2);
        after.restoreState(3, new long[0], 0);

        assertEquals(0, before.stateWords());
        assertEquals(List.of("3:0", "3:1", "9:1"), run(before, 100));
        assertEquals(List.of("9:1"), run(after, 100));
    }

    @Test
    void isNamedAndToldApartByItsSpikes() {
        assertEquals("spike-source", source.name());
        assertEquals(source.fingerprint(), new SpikeSource(SPIKES).fingerprint());
        assertNotEquals(source.fingerprint(), new SpikeSource(SpikeRaster.empty(6)).fingerprint());
        assertFalse(source.takesInput());
    }

    @Test
    void fitsOnlyAPopulationOfItsSize() {
        assertDoesNotThrow(() -> source.checkSize(6));
        assertThrows(IllegalArgumentException.class, () -> source.checkSize(5));
    }

    /** The other actors of a core may want a visit earlier. */
    @Test
    void aScheduledSourceThatIsVisitedTooEarlyFiresInTime() {
        NeuronGroup group = new RegularSource(NeuronValues.each(3, 5), NeuronValues.each(4, 6)).createGroup(0, 2);

        assertEquals(List.of(), everyTick(group, 0, 3));

        assertEquals(4, group.nextOwnTick());
        Visit visit = new Visit();
        group.visitAll(4, new double[0], 0, visit);
        assertEquals(2, visit.revisitCount(), "each asks for the visit at its next spike");
    }

    private static List<String> everyTick(NeuronGroup group, long from, long until) {
        List<String> spikes = new ArrayList<>();
        Visit visit = new Visit();
        for (long tick = from; tick < until; tick++) {
            visit.clear();
            group.visitAll(tick, new double[0], 0, visit);
            for (int i = 0; i < visit.firedCount(); i++) {
                spikes.add(tick + ":" + visit.fired(i));
            }
        }
        return spikes;
    }
}
