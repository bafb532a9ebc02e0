package ganglion.kernel.neuron.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MembranesTest {

    private static final LifParameters PLAIN = LifParameters.of(0.5, 1);

    private static Membranes membranes(LifParameters parameters, int size) {
        return new Membranes(parameters, 0, size, true);
    }

    private static int[] fired(Membranes membranes, long tick) {
        Visit visit = new Visit();
        membranes.fireAll(tick, visit);
        int[] fired = new int[visit.firedCount()];
        for (int i = 0; i < fired.length; i++) {
            fired[i] = visit.fired(i);
        }
        return fired;
    }

    @Test
    void comparesARaisedThresholdInTheSameWay() {
        Membranes atLeast = membranes(PLAIN, 1);
        Membranes above = membranes(PLAIN.withStrictThreshold(), 1);
        atLeast.potential[0] = 1.5;
        above.potential[0] = 1.5;

        assertFalse(atLeast.fires(0, 0, 0.5 + Math.ulp(1.0)));
        assertFalse(above.fires(0, 0, 0.5));
        assertTrue(atLeast.fires(0, 0, 0.5));
        assertTrue(above.fires(0, 0, 0.25));
    }

    @Test
    void neverFiresWithoutAThreshold() {
        Membranes membranes = new Membranes(PLAIN, 0, 1, false);
        membranes.potential[0] = Double.MAX_VALUE;

        assertArrayEquals(new int[0], fired(membranes, 0));
        assertFalse(membranes.mayReachFireLevel(0, Double.MAX_VALUE));
    }

    /** A refractory period of two ticks after a spike at tick 5 covers ticks 6 and 7. */
    @Test
    void standsStillForTheRefractoryPeriod() {
        Membranes membranes = membranes(PLAIN.withRefractoryTicks(2), 1);
        membranes.potential[0] = 3;
        assertTrue(membranes.fires(0, 5));

        assertEquals(7, membranes.recoveredAfter(0));
        assertEquals(8, membranes.nextFreeTick(0, 5));
        assertEquals(8, membranes.nextFreeTick(0, 7));
        assertEquals(9, membranes.nextFreeTick(0, 8));
        membranes.potential[0] = 4;
        assertTrue(membranes.isRefractory(0, 7));
        assertEquals(4, membranes.after(0, 7, 100));
        assertFalse(membranes.fires(0, 7));
        assertFalse(membranes.isRefractory(0, 8));
        assertEquals(102, membranes.after(0, 8, 100));
        assertTrue(membranes.fires(0, 8));
    }

    @ParameterizedTest
    @CsvSource({"TO_VALUE, 2.5", "TO_VALUE_LOSING_INPUT, 0.25", "BY_SUBTRACTION, 2.75", "NONE, 3.75"})
    void appliesADelayedResetAtTheNextTickOnly(Reset reset, double expected) {
        LifParameters parameters =
                PLAIN.withResetPotential(NeuronValues.of(0.25)).withReset(reset, true);
        Membranes one = membranes(parameters, 1);
        Membranes all = membranes(parameters, 1);
        for (Membranes membranes : new Membranes[] {one, all}) {
            membranes.potential[0] = 2.75;
            assertTrue(membranes.fires(0, 3));
            assertEquals(2.75, membranes.potential[0]);
        }

        double after = one.after(0, 4, 2.375);
        all.beforeLeak(4);
        all.potential[0] = 0.5 * all.potential[0] + 2.375;
        all.afterInput();

        assertEquals(after, all.potential[0]);
        assertEquals(expected, after);
        one.potential[0] = 1;
        assertEquals(0.5, one.after(0, 5, 0));
    }

    @Test
    void boundsTheSteadyState() {
        LifParameters leaking = PLAIN.withBias(NeuronValues.of(0.25));
        assertEquals(0.5, membranes(leaking, 1).steadyState(0));
        assertEquals(1.5, membranes(leaking, 1).steadyState(0, 0.5));
        LifParameters still = LifParameters.of(1, 1);
        assertEquals(Double.NEGATIVE_INFINITY, membranes(still, 1).steadyState(0));
        assertEquals(Double.POSITIVE_INFINITY, membranes(still, 1).steadyState(0, 1e-300));
        assertEquals(Double.NEGATIVE_INFINITY, membranes(still, 1).steadyState(0, -1));
    }

    @Test
    void countsABoundThatMissesTheLevelByRoundingAsReachingIt() {
        Membranes membranes = membranes(PLAIN, 1);

        assertTrue(membranes.mayReachFireLevel(0, 1));
        assertTrue(membranes.mayReachFireLevel(0, 1 - 1e-9));
        assertFalse(membranes.mayReachFireLevel(0, 1 - 1e-8));
        assertFalse(membranes.mayReachFireLevel(0, Double.NEGATIVE_INFINITY));
    }
}
