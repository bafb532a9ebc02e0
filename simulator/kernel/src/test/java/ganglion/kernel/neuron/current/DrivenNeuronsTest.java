package ganglion.kernel.neuron.current;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
