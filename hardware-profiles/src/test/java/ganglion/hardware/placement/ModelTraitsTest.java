package ganglion.hardware.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.hardware.chip.ChipModels.Trait;
import ganglion.hardware.precision.GridLif;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.current.AlphaCurrent;
import ganglion.kernel.neuron.current.DrivenNeurons;
import ganglion.kernel.neuron.current.NoiseCurrent;
import ganglion.kernel.neuron.current.PoissonCurrent;
import ganglion.kernel.neuron.current.StepCurrent;
import ganglion.kernel.neuron.current.SynapticCurrent;
import ganglion.kernel.neuron.model.AdaptiveLif;
import ganglion.kernel.neuron.model.AlphaLif;
import ganglion.kernel.neuron.model.BalancedResonator;
import ganglion.kernel.neuron.model.Izhikevich;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.model.ResonateAndFire;
import ganglion.kernel.neuron.model.SynapticLif;
import ganglion.kernel.neuron.model.SynapticOrder;
import ganglion.kernel.random.CounterRandom;
import ganglion.kernel.random.PoissonCounts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModelTraitsTest {

    private static final int SIZE = 3;
    private static final LifParameters LEAKS = LifParameters.of(0.9, 1);

    private static void check(NeuronModel model, Trait... expected) {
        assertEquals(Set.of(expected), ModelTraits.of(model, SIZE).traits(), model.toString());
    }

    @Test
    void ofMembranes() {
        check(new Lif(LEAKS), Trait.EXPONENTIAL_LEAK, Trait.ANY_DECAY, Trait.DELTA, Trait.RESET_TO_VALUE);
        check(new Lif(LifParameters.of(1, 1)), Trait.NO_LEAK, Trait.DELTA, Trait.RESET_TO_VALUE);
        NeuronValues lastLeaks = NeuronValues.each(1, 1, 0.5);
        check(
                new Lif(LifParameters.of(lastLeaks, NeuronValues.of(1)).withReset(Reset.BY_SUBTRACTION, false)),
                Trait.EXPONENTIAL_LEAK,
                Trait.DELTA,
                Trait.RESET_BY_SUBTRACTION);
        check(
                new Lif(LEAKS.withReset(Reset.NONE, false)
                        .withRefractoryTicks(1)
                        .withBias(NeuronValues.each(0, 0, 0.1))),
                Trait.EXPONENTIAL_LEAK,
                Trait.ANY_DECAY,
                Trait.DELTA,
                Trait.NO_RESET,
                Trait.REFRACTORY_PERIOD,
                Trait.BIAS);
        check(new LeakyIntegrator(0.9), Trait.EXPONENTIAL_LEAK, Trait.ANY_DECAY, Trait.DELTA, Trait.READ_OUT);
        check(new LeakyIntegrator(0.875), Trait.EXPONENTIAL_LEAK, Trait.DELTA, Trait.READ_OUT);
        check(new LeakyIntegrator(1), Trait.NO_LEAK, Trait.DELTA, Trait.READ_OUT);
        assertEquals(
                7, ModelTraits.of(new Lif(LEAKS.withRefractoryTicks(7)), SIZE).refractoryTicks());
    }

    @Test
    void ofNeuronsOnAGrid() {
        check(new GridLif(LEAKS, 1, 8), Trait.EXPONENTIAL_LEAK, Trait.ANY_DECAY, Trait.DELTA, Trait.RESET_TO_VALUE);
        check(
                new GridLif(LEAKS, 1, -8, 8, Optional.of(NeuronValues.of(1))),
                Trait.LINEAR_LEAK,
                Trait.DELTA,
                Trait.RESET_TO_VALUE);
        check(
                new GridLif(LifParameters.of(1, 1), 1, 0, 8, Optional.of(NeuronValues.of(0))),
                Trait.NO_LEAK,
                Trait.DELTA,
                Trait.RESET_TO_VALUE);
    }

    @Test
    void ofSynapticCurrents() {
        SynapticCurrent plain = SynapticCurrent.of(0.8);
        check(
                new SynapticLif(LEAKS, List.of(plain), SynapticOrder.CURRENT_FIRST),
                Trait.EXPONENTIAL_LEAK,
                Trait.ANY_DECAY,
                Trait.EXPONENTIAL_CURRENT,
                Trait.RESET_TO_VALUE);
        check(
                new SynapticLif(LEAKS, List.of(plain, plain.withBias(NeuronValues.of(1))), SynapticOrder.CURRENT_FIRST),
                Trait.EXPONENTIAL_LEAK,
                Trait.ANY_DECAY,
                Trait.EXPONENTIAL_CURRENT,
                Trait.TWO_CURRENTS,
                Trait.BIAS,
                Trait.RESET_TO_VALUE);
        check(
                new AlphaLif(LEAKS, List.of(AlphaCurrent.exact(2, 10, 1, 1))),
                Trait.EXPONENTIAL_LEAK,
                Trait.ANY_DECAY,
                Trait.ALPHA_CURRENT,
                Trait.RESET_TO_VALUE);
    }

    @Test
    void ofOtherEquations() {
        check(
                new AdaptiveLif(LEAKS, NeuronValues.of(0.9), NeuronValues.of(0.1)),
                Trait.EXPONENTIAL_LEAK,
                Trait.ANY_DECAY,
                Trait.ADAPTIVE_THRESHOLD,
                Trait.DELTA,
                Trait.RESET_TO_VALUE);
        check(Izhikevich.regularSpiking(1), Trait.IZHIKEVICH, Trait.DELTA);
        NeuronValues one = NeuronValues.of(1);
        NeuronValues little = NeuronValues.of(0.1);
        check(new ResonateAndFire(NeuronValues.of(0.9), little, one, NeuronValues.of(0)), Trait.RESONATOR, Trait.DELTA);
        check(BalancedResonator.of(0.1, 0.1, 0.01), Trait.RESONATOR, Trait.DELTA);
    }

    /** Spikes can be brought to a chip as inputs; steps and noise it must make itself. */
    @Test
    void ofCurrentsThatFlowIn() {
        CounterRandom random = CounterRandom.of(1, 0);
        StepCurrent steps = new StepCurrent(List.of(new StepCurrent.Step(0, NeuronValues.of(1))));
        check(
                new DrivenNeurons(new LeakyIntegrator(1), new NoiseCurrent(0, 1, 1, SIZE, random)),
                Trait.NO_LEAK,
                Trait.DELTA,
                Trait.READ_OUT,
                Trait.NOISE);
        check(new DrivenNeurons(new LeakyIntegrator(1), steps), Trait.NO_LEAK, Trait.DELTA, Trait.READ_OUT, Trait.BIAS);
        check(
                new DrivenNeurons(new LeakyIntegrator(1), new PoissonCurrent(new PoissonCounts(1), 1, SIZE, random)),
                Trait.NO_LEAK,
                Trait.DELTA,
                Trait.READ_OUT,
                Trait.POISSON_EVENTS);
    }
}
