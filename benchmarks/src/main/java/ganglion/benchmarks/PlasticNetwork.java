package ganglion.benchmarks;

import ganglion.kernel.connectivity.Connection;
import ganglion.kernel.connectivity.Ends;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SynapseParameter;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.model.Integration;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.kernel.plasticity.PairStdp;
import java.util.List;
import java.util.Optional;

/**
 * A balanced network whose synapses between excitatory neurons learn by spike timing: 8,000 excitatory and 2,000
 * inhibitory LIF neurons as in W1, in-degree 160 + 40, driven by a constant current; two thirds of the synaptic events
 * pass plastic synapses. Their weights are drawn as doubles, from 0 to twice the mean. Time constants of the rule 20 ms.
 *
 * @param exponent of potentiation and of depression: 0 additive, 1 multiplicative
 * @param milliseconds length of the run
 */
record PlasticNetwork(double exponent, int milliseconds) implements BenchmarkNetwork {

    private static final int EXCITATORY = 8_000;
    private static final int INHIBITORY = 2_000;
    private static final int EXCITATORY_INPUTS = 160;
    private static final int INHIBITORY_INPUTS = 40;
    private static final int TICKS_PER_MILLISECOND = 10;
    private static final double DELAY_TICKS = 15;

    /** Excitatory weight, on average. */
    private static final double WEIGHT = 0.25;

    private static final double LARGEST_WEIGHT = 2 * WEIGHT;
    private static final double INHIBITORY_WEIGHT = -5 * WEIGHT;
    private static final double LEARNING_RATE = 0.005;
    /** Depression is slightly stronger than potentiation, so that uncorrelated spikes do not make the network run away. */
    private static final double DEPRESSION = 1.05;

    private static final double TIME_CONSTANT_TICKS = 20.0 * TICKS_PER_MILLISECOND;

    @Override
    public long ticks() {
        return (long) milliseconds * TICKS_PER_MILLISECOND;
    }

    @Override
    public double tickSeconds() {
        return 1e-3 / TICKS_PER_MILLISECOND;
    }

    @Override
    public Network network(TaskRunner runner) {
        PairStdp rule = new PairStdp(
                LEARNING_RATE,
                DEPRESSION,
                exponent,
                exponent,
                LARGEST_WEIGHT,
                TIME_CONSTANT_TICKS,
                TIME_CONSTANT_TICKS);
        SynapseParameter drawn = (source, target, twin) ->
                LARGEST_WEIGHT * Netgen.WEIGHT.branch(twin).uniform((long) source << Integer.SIZE | target);
        SynapseParameter excitatory = SynapseParameter.constant(WEIGHT);
        SynapseParameter inhibitory = SynapseParameter.constant(INHIBITORY_WEIGHT);
        return new Network(
                List.of(population("E", 0, EXCITATORY), population("I", EXCITATORY, INHIBITORY)),
                List.of(
                        new Projection("E", "E", fromExcitatory(0, EXCITATORY, drawn, runner), Optional.of(rule)),
                        new Projection("E", "I", fromExcitatory(EXCITATORY, INHIBITORY, excitatory, runner)),
                        new Projection("I", "E", fromInhibitory(0, EXCITATORY, inhibitory, runner)),
                        new Projection("I", "I", fromInhibitory(EXCITATORY, INHIBITORY, inhibitory, runner))));
    }

    private static Population population(String name, int first, int size) {
        double beta = Math.exp(-1.0 / (20 * TICKS_PER_MILLISECOND));
        LifParameters parameters = LifParameters.of(beta, 20)
                .withRefractoryTicks(2 * TICKS_PER_MILLISECOND)
                .withBias(NeuronValues.of((1 - beta) * 25))
                .withInitialPotential(Netgen.initialPotentials(first, size, 0, 20));
        return new Population(name, size, new Lif(parameters, Integration.PER_TICK));
    }

    private static Synapses fromExcitatory(int firstTarget, int targets, SynapseParameter weight, TaskRunner runner) {
        Netgen.InputsOf inputs =
                new Netgen.InputsOf(EXCITATORY_INPUTS + INHIBITORY_INPUTS, 0, EXCITATORY_INPUTS, firstTarget);
        return connect(inputs, new Ends(EXCITATORY, targets, firstTarget == 0), weight, runner);
    }

    private static Synapses fromInhibitory(int firstTarget, int targets, SynapseParameter weight, TaskRunner runner) {
        Netgen.InputsOf inputs = new Netgen.InputsOf(
                EXCITATORY_INPUTS + INHIBITORY_INPUTS, EXCITATORY_INPUTS, INHIBITORY_INPUTS, firstTarget);
        return connect(inputs, new Ends(INHIBITORY, targets, firstTarget != 0), weight, runner);
    }

    private static Synapses connect(Netgen.InputsOf inputs, Ends ends, SynapseParameter weight, TaskRunner runner) {
        return new Connection(inputs, weight, SynapseParameter.constant(DELAY_TICKS)).connect(ends, runner);
    }
}
