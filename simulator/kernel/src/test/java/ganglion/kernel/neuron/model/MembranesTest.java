package ganglion.kernel.neuron.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Visit;
import org.junit.jupiter.api.Test;

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
    void neverFiresWithoutAThreshold() {
        Membranes membranes = new Membranes(PLAIN, 0, 1, false);
        membranes.potential[0] = Double.MAX_VALUE;

        assertArrayEquals(new int[0], fired(membranes, 0));
        assertFalse(membranes.mayReachFireLevel(0, Double.MAX_VALUE));
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
