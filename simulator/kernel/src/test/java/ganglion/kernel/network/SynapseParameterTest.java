package ganglion.kernel.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.parallel.TaskRunner;
import ganglion.kernel.random.CounterRandom;
import ganglion.kernel.random.Distribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SynapseParameterTest {

    private static final SynapseParameter ONE = SynapseParameter.constant(1);

    private static SparseSynapses rows(SynapseParameter weights, SynapseParameter delays) {
        return SparseSynapses.ofRows(
                4,
                TargetSlice.whole(4),
                new int[] {0, 3, 3, 4},
                new int[] {1, 1, 3, 2},
                weights,
                delays,
                TaskRunner.SEQUENTIAL);
    }

    @Test
    void tellsTheTwinsOfASynapseApart() {
        SparseSynapses synapses = rows((source, target, twin) -> 100 * source + 10 * target + twin, ONE);

        assertEquals(10, synapses.weight(0, 0));
        assertEquals(11, synapses.weight(0, 1));
        assertEquals(30, synapses.weight(0, 2));
        assertEquals(220, synapses.weight(2, 0));
        assertEquals(0, synapses.outDegree(1));
    }

    @Test
    void drawsForEachSynapseWhateverTheOrder() {
        CounterRandom random = new CounterRandom(5);
        SynapseParameter drawn = SynapseParameter.drawn(new Distribution.Uniform(0, 1), random);

        double first = drawn.at(3, 4, 0);
        double twin = drawn.at(3, 4, 1);

        assertEquals(first, drawn.at(3, 4, 0));
        assertNotEquals(first, twin);
        assertNotEquals(first, drawn.at(4, 3, 0));
        assertNotEquals(first, drawn.at(3, 5, 0));
        assertThrows(NullPointerException.class, () -> SynapseParameter.drawn(null, random));
        assertThrows(NullPointerException.class, () -> SynapseParameter.drawn(new Distribution.Uniform(0, 1), null));
    }

    @Test
    void storesConstantsWithoutLookingAtSynapses() {
        SparseSynapses synapses = rows(SynapseParameter.constant(0.25), SynapseParameter.constant(3));

        assertEquals(0.25, synapses.weight(2, 0));
        assertEquals(3, synapses.delayTicks(0, 2));
        assertEquals(3, synapses.smallestDelayTicks());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1.4, 1", "1.5, 2", "2.5, 2", "0.5000001, 1", "2147483647, 2147483647"})
    void roundsDelaysToWholeTicks(double delay, int ticks) {
        assertEquals(ticks, rows(ONE, SynapseParameter.constant(delay)).delayTicks(0, 0));
        assertEquals(ticks, rows(ONE, (source, target, twin) -> delay).delayTicks(0, 0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, -1, 2147483648.0, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesDelaysThatAreNoNumberOfTicks(double delay) {
        String constant = assertThrows(
                        IllegalArgumentException.class, () -> rows(ONE, SynapseParameter.constant(delay)))
                .getMessage();
        String computed = assertThrows(IllegalArgumentException.class, () -> rows(ONE, (source, target, twin) -> delay))
                .getMessage();

        assertEquals("found a delay of " + delay + " ticks, expected 1 to 2147483647 ticks", constant);
        assertEquals(constant, computed);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1.1e100, -1e308})
    void refusesWeightsThatAreNotFiniteOrTooLarge(double weight) {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> rows(SynapseParameter.constant(weight), ONE))
                .getMessage();

        assertTrue(message.contains("finite") && message.contains("" + weight), message);
        assertThrows(IllegalArgumentException.class, () -> rows((source, target, twin) -> weight, (s, t, twin) -> 1));
    }
}
