package ganglion.kernel.neuron.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.Visit;
import java.util.Arrays;
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
    void takesTheParametersOfItsPartOfThePopulation() {
        LifParameters parameters = LifParameters.of(NeuronValues.each(0.1, 0.2, 0.3), NeuronValues.each(1, 2, 3))
                .withRest(NeuronValues.each(10, 20, 30))
                .withBias(NeuronValues.each(0.5, 0.25, 0.125))
                .withInitialPotential(NeuronValues.each(7, 8, 9));
        Membranes part = new Membranes(parameters, 1, 2, true);

        assertArrayEquals(new double[] {0.2, 0.3}, part.beta);
        assertArrayEquals(new double[] {(1 - 0.2) * 20 + 0.25, (1 - 0.3) * 30 + 0.125}, part.drive);
        assertArrayEquals(new double[] {2, 3}, part.fireLevel);
        assertArrayEquals(new double[] {8, 9}, part.potential);
        assertFalse(part.alike);
        assertTrue(membranes(PLAIN, 3).alike);
    }

    @Test
    void firesAtTheLevelInAscendingOrder() {
        for (LifParameters parameters :
                new LifParameters[] {PLAIN, LifParameters.of(NeuronValues.of(0.5), NeuronValues.each(1, 1, 1, 0.9))}) {
            Membranes membranes = membranes(parameters, 4);
            membranes.potential[0] = 1;
            membranes.potential[1] = Math.nextDown(1.0);
            membranes.potential[3] = 2;

            assertArrayEquals(new int[] {0, 3}, fired(membranes, 5));
            assertEquals(0, membranes.potential[0]);
            assertEquals(Math.nextDown(1.0), membranes.potential[1]);
        }
    }

    @Test
    void firesOnlyAboveAStrictThreshold() {
        Membranes membranes = membranes(PLAIN.withStrictThreshold(), 2);
        membranes.potential[0] = 1;
        membranes.potential[1] = Math.nextUp(1.0);

        assertArrayEquals(new int[] {1}, fired(membranes, 0));
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

    @Test
    void restoresSpikesWhoseEffectIsStillToCome() {
        LifParameters parameters = PLAIN.withRefractoryTicks(4);
        Membranes saved = membranes(parameters, 3);
        saved.potential[2] = 2;
        assertTrue(saved.fires(2, 9));
        saved.potential[0] = 2;
        assertTrue(saved.fires(0, 10));
        saved.potential[1] = 0.75;
        long[] words = new long[3 * 3 + 1];
        saved.save(words, 1, 3);

        Membranes restored = membranes(parameters, 3);
        restored.restore(11, words, 1, 3);
        restored.beforeLeak(12);
        restored.potential[0] = 50;
        restored.potential[1] = 60;
        restored.potential[2] = 70;
        restored.afterInput();

        assertArrayEquals(new double[] {0, 60, 0}, restored.potential);
        assertTrue(restored.isRefractory(2, 13));
        assertFalse(restored.isRefractory(2, 14));
        assertFalse(restored.isRefractory(1, 12));
    }

    /** So many refractory neurons at once that the memory of their potentials has to grow. */
    @Test
    void putsBackAnyNumberOfRefractoryNeurons() {
        Membranes membranes = membranes(PLAIN.withRefractoryTicks(1), 100);
        for (int i = 0; i < 100; i++) {
            membranes.potential[i] = 1 + i;
        }
        assertEquals(100, fired(membranes, 0).length);
        for (int i = 0; i < 100; i++) {
            membranes.potential[i] = i;
        }
        membranes.beforeLeak(1);
        Arrays.fill(membranes.potential, -5);
        membranes.afterInput();

        for (int i = 0; i < 100; i++) {
            assertEquals(i, membranes.potential[i]);
        }
        membranes.beforeLeak(2);
        Arrays.fill(membranes.potential, -5);
        membranes.afterInput();
        assertEquals(-5, membranes.potential[99]);
    }

    /** A refractory neuron does not fire before its potential is put back, and one that fires early is not put back. */
    @Test
    void firesBlockByBlockAsAllAtOnce() {
        Membranes membranes = membranes(PLAIN.withRefractoryTicks(2), 4);
        membranes.potential[1] = 5;
        assertArrayEquals(new int[] {1}, fired(membranes, 7));
        membranes.potential[1] = -1;
        membranes.beforeLeak(8);
        Arrays.fill(membranes.potential, 6);
        membranes.potential[3] = 0;
        Visit visit = new Visit();

        membranes.fireRange(0, 2, 8, visit);
        membranes.fireRange(2, 4, 8, visit);
        double afterReset = membranes.potential[0];
        membranes.complete(8, visit);

        assertEquals(2, visit.firedCount());
        assertEquals(0, visit.fired(0));
        assertEquals(2, visit.fired(1));
        assertArrayEquals(new double[] {afterReset, -1, afterReset, 0}, membranes.potential);
        assertTrue(membranes.isRefractory(2, 9));
    }

    @Test
    void firesAfterADelayedResetHasBeenApplied() {
        Membranes membranes = membranes(PLAIN.withReset(Reset.BY_SUBTRACTION, true), 2);
        Arrays.fill(membranes.potential, 1.5);
        assertEquals(2, fired(membranes, 0).length);
        membranes.beforeLeak(1);
        membranes.potential[0] = 1.5;
        membranes.potential[1] = 2.5;
        Visit visit = new Visit();

        membranes.fireRange(0, 2, 1, visit);
        assertEquals(0, visit.firedCount());
        membranes.complete(1, visit);

        assertEquals(1, visit.firedCount());
        assertEquals(1, visit.fired(0));
        assertArrayEquals(new double[] {0.5, 1.5}, membranes.potential);
    }
}
