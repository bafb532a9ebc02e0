package ganglion.kernel.neuron.current;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.kernel.neuron.Driver;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Visit;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.neuron.source.PoissonSource;
import ganglion.kernel.random.CounterRandom;
import ganglion.kernel.random.PoissonCounts;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrivenNeuronsTest {

    private static final CounterRandom RANDOM = CounterRandom.of(3, 1);
    private static final NeuronModel INTEGRATOR = new LeakyIntegrator(1);

    private static StepCurrent pulse(long from, long until, double value) {
        return new StepCurrent(List.of(
                new StepCurrent.Step(from, NeuronValues.of(value)), new StepCurrent.Step(until, NeuronValues.of(0))));
    }

    @Test
    void asksForNoVisitWhileNothingFlows() {
        NeuronGroup group = new DrivenNeurons(INTEGRATOR, pulse(1_000_000, 1_000_002, 1)).createGroup(0, 1);

        assertEquals(1_000_000, group.nextOwnTick());
        group.visitAll(1_000_000, new double[1], 0, new Visit());
        assertEquals(1_000_001, group.nextOwnTick());
        group.visitAll(1_000_001, new double[1], 0, new Visit());
        assertEquals(NeuronGroup.NEVER, group.nextOwnTick());
    }

    @Test
    void bringsPoissonInputOfTheRightMeanAndVariance() {
        int size = 100;
        PoissonCurrent current = new PoissonCurrent(new PoissonCounts(2), 0.1, size, RANDOM);
        double sum = 0;
        double squares = 0;
        int ticks = 500;
        for (long tick = 0; tick < ticks; tick++) {
            double[] input = new double[size];
            current.addTo(tick, 0, size, input, 0, 0);
            for (double value : input) {
                sum += value;
                squares += value * value;
            }
        }

        double mean = sum / size / ticks;
        assertEquals(0.2, mean, 0.003);
        assertEquals(0.02, squares / size / ticks - mean * mean, 0.0006);
    }

    @Test
    void holdsAValueOfNoiseForItsTicks() {
        NoiseCurrent current = new NoiseCurrent(1, 0.5, 4, 3, RANDOM);
        double[] first = new double[3];
        double[] last = new double[3];
        double[] next = new double[3];

        current.addTo(8, 0, 3, first, 0, 0);
        current.addTo(11, 1, 2, last, 1, 1);
        current.addTo(12, 0, 3, next, 0, 0);

        assertEquals(first[1], last[1]);
        assertEquals(first[2], last[2]);
        assertEquals(1 + 0.5 * RANDOM.gaussian(2 * 3 + 1), first[1]);
        assertEquals(1 + 0.5 * RANDOM.gaussian(3 * 3 + 2), next[2]);
    }

    /** The sum of a current over the ticks so far, taken from it at every tick. */
    private static void assertFollows(InputCurrent current, int ticks) {
        Driver driver = new Driver(new DrivenNeurons(INTEGRATOR, current), 2);
        double[] expected = new double[2];
        for (long tick = 0; tick < ticks; tick++) {
            double[] now = new double[2];
            if (current.nextTick(tick) == tick) {
                current.addTo(tick, 0, 2, now, 0, 0);
            }
            driver.sparse(tick);
            for (int i = 0; i < 2; i++) {
                expected[i] += now[i];
                assertEquals(expected[i], driver.potential(tick, i), 1e-12, "tick " + tick);
            }
        }
    }

    @Test
    void followsACurrentWheneverItChanges() {
        assertFollows(
                new StepCurrent(List.of(
                        new StepCurrent.Step(2, NeuronValues.each(1, 2)),
                        new StepCurrent.Step(3, NeuronValues.of(0.5)),
                        new StepCurrent.Step(7, NeuronValues.of(0)),
                        new StepCurrent.Step(9, NeuronValues.each(-1, 0)))),
                14);
        assertFollows(new NoiseCurrent(0.5, 2, 4, 2, RANDOM), 21);
        assertFollows(new NoiseCurrent(0.5, 2, 1, 2, RANDOM), 9);
        assertFollows(new PoissonCurrent(new PoissonCounts(1.5), 0.25, 2, RANDOM), 21);
    }

    /** A value may be kept up to the last tick of its step, and no longer. */
    @Test
    void saysHowLongAValueHolds() {
        StepCurrent steps = new StepCurrent(
                List.of(new StepCurrent.Step(2, NeuronValues.of(1)), new StepCurrent.Step(7, NeuronValues.of(2))));
        NoiseCurrent noise = new NoiseCurrent(0, 1, 4, 1, RANDOM);

        assertEquals(1, steps.steadyUntil(0));
        assertEquals(6, steps.steadyUntil(2));
        assertEquals(6, steps.steadyUntil(6));
        assertEquals(Long.MAX_VALUE, steps.steadyUntil(7));
        assertEquals(11, noise.steadyUntil(8));
        assertEquals(11, noise.steadyUntil(11));
        assertEquals(15, noise.steadyUntil(12));
        assertEquals(5, new PoissonCurrent(new PoissonCounts(2), 1, 1, RANDOM).steadyUntil(5));
    }

    @Test
    void bringsPoissonInputOfEitherSignToItsChannel() {
        for (double weight : new double[] {0.5, -0.5}) {
            double[] input = new double[8];
            new PoissonCurrent(new PoissonCounts(50), weight, 4, RANDOM).addTo(3, 0, 4, input, 0, 4);
            for (int i = 0; i < 4; i++) {
                assertEquals(weight > 0, input[i] > 0, "weight " + weight);
                assertEquals(weight < 0, input[4 + i] < 0, "weight " + weight);
            }
        }
    }

    @Test
    void wantsNoVisitForPoissonInputThatIsZero() {
        assertEquals(7, new PoissonCurrent(new PoissonCounts(2), 1, 1, RANDOM).nextTick(7));
        assertEquals(Long.MAX_VALUE, new PoissonCurrent(new PoissonCounts(0), 1, 1, RANDOM).nextTick(7));
        assertEquals(Long.MAX_VALUE, new PoissonCurrent(new PoissonCounts(2), 0, 1, RANDOM).nextTick(7));
    }

    @Test
    void refusesParametersForAnotherNumberOfNeurons() {
        NeuronValues two = NeuronValues.each(0.5, 0.25);
        NeuronValues one = NeuronValues.of(0.5);
        StepCurrent steps = new StepCurrent(List.of(new StepCurrent.Step(0, two)));
        NoiseCurrent noise = new NoiseCurrent(0, 1, 1, 2, RANDOM);
        List<AlphaCurrent> alphas = List.of(
                new AlphaCurrent(two, one, one, one),
                new AlphaCurrent(one, two, one, one),
                new AlphaCurrent(one, one, two, one),
                new AlphaCurrent(one, one, one, two));

        steps.checkSize(2);
        noise.checkSize(2);
        assertThrows(IllegalArgumentException.class, () -> steps.checkSize(3));
        assertThrows(IllegalArgumentException.class, () -> noise.checkSize(3));
        for (AlphaCurrent alpha : alphas) {
            alpha.checkSize(2);
            assertThrows(IllegalArgumentException.class, () -> alpha.checkSize(3));
        }
    }

    @Test
    void refusesCurrentsThatMakeNoSense() {
        PoissonCounts two = new PoissonCounts(2);
        NeuronModel source = PoissonSource.homogeneous(NeuronValues.of(1), RANDOM);

        assertThrows(IllegalArgumentException.class, () -> new DrivenNeurons(source, pulse(0, 1, 1)));
        assertThrows(IllegalArgumentException.class, () -> pulse(5, 5, 1));
        assertThrows(IllegalArgumentException.class, () -> pulse(5, 6, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new PoissonCurrent(two, Double.NaN, 1, RANDOM));
        assertThrows(IllegalArgumentException.class, () -> new NoiseCurrent(0, -1, 1, 1, RANDOM));
        assertThrows(IllegalArgumentException.class, () -> new NoiseCurrent(0, 1, 0, 1, RANDOM));
        PoissonCurrent forFour = new PoissonCurrent(two, 1, 4, RANDOM);
        assertThrows(IllegalArgumentException.class, () -> new DrivenNeurons(INTEGRATOR, forFour).checkSize(5));
    }
}
