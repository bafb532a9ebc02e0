package ganglion.kernel.neuron.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.Visit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spikes come while the run goes on. */
class OpenSourceTest {

    private final OpenSource source = new OpenSource(10);

    private static int[] fired(NeuronGroup group, long tick) {
        Visit visit = new Visit();
        group.visitAll(tick, new double[10], 0, visit);
        return IntStream.range(0, visit.firedCount()).map(visit::fired).toArray();
    }

    @Test
    void eachGroupFiresTheSpikesOfItsNeurons() {
        NeuronGroup low = source.createGroup(0, 4);
        NeuronGroup high = source.createGroup(4, 6);
        source.put(0, new int[] {1, 3, 4, 9, 99}, 4);

        assertArrayEquals(new int[] {1, 3}, fired(low, 0));
        assertArrayEquals(new int[] {0, 5}, fired(high, 0));
    }

    @Test
    void everyTickIsVisited() {
        NeuronGroup group = source.createGroup(0, 10);
        for (long tick = 0; tick < 5; tick++) {
            assertEquals(tick, group.nextOwnTick());
            fired(group, tick);
        }
    }

    @Test
    void aTickForWhichNothingCameIsSilent() {
        NeuronGroup group = source.createGroup(0, 10);
        source.put(0, new int[] {2}, 1);
        fired(group, 0);

        assertArrayEquals(new int[0], fired(group, 1));
        source.put(2, new int[] {5}, 1);
        assertArrayEquals(new int[] {5}, fired(group, 2));
    }

    @Test
    void aRestoredGroupGoesOnAfterItsTick() {
        NeuronGroup group = source.createGroup(0, 10);
        group.restoreState(41, new long[0], 0);

        assertEquals(42, group.nextOwnTick());
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "5, 4", "10, 10", "-1, 0"})
    void neuronsOutOfOrderOrRangeAreRefused(int first, int second) {
        assertThrows(IllegalArgumentException.class, () -> source.put(0, new int[] {first, second}, 2));
    }

    @Test
    void ticksComeInOrder() {
        source.put(7, new int[0], 0);

        assertThrows(IllegalArgumentException.class, () -> source.put(7, new int[0], 0));
    }

    @Test
    void itsSizeIsThatOfItsPopulation() {
        source.checkSize(10);
        assertThrows(IllegalArgumentException.class, () -> source.checkSize(11));
        assertThrows(IllegalArgumentException.class, () -> new OpenSource(0));
    }
}
