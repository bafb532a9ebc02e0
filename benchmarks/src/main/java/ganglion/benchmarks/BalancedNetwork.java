package ganglion.benchmarks;

import ganglion.kernel.connectivity.Connection;
import ganglion.kernel.connectivity.Ends;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SynapseParameter;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.network.TargetSlice;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.current.DrivenNeurons;
import ganglion.kernel.neuron.current.InputCurrent;
import ganglion.kernel.neuron.model.Integration;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.kernel.plasticity.PairStdp;
import ganglion.kernel.random.CounterRandom;
import ganglion.kernel.random.PoissonCounts;
import java.util.List;
import java.util.Optional;

/**
 * W1 and W4: excitatory and inhibitory neurons with delta synapses and fixed in-degrees (N. Brunel, "Dynamics of sparsely
 * connected networks of excitatory and inhibitory spiking neurons", J. Comput. Neurosci. 8, 2000). Potentials in mV,
 * membrane time constant 20 ms, threshold 20 mV, refractory for 2 ms, delay 1.5 ms.
 *
 * @param drive what makes the neurons fire
 * @param size how many neurons and inputs there are
 * @param ticksPerMillisecond 10 for a tick of 0.1 ms
 * @param values which weights and delays the synapses have
 * @param milliseconds length of the run
 */
record BalancedNetwork(Drive drive, Size size, int ticksPerMillisecond, Values values, int milliseconds)
        implements BenchmarkNetwork {

    /**
     * Numbers of neurons, and of inputs of each neuron from excitatory and from inhibitory ones.
     *
     * @param excitatory number of excitatory neurons
     * @param inhibitory number of inhibitory neurons
     * @param excitatoryInputs inputs of each neuron from excitatory neurons
     * @param inhibitoryInputs inputs of each neuron from inhibitory neurons
     */
    record Size(int excitatory, int inhibitory, int excitatoryInputs, int inhibitoryInputs) {

        private int inDegree() {
            return excitatoryInputs + inhibitoryInputs;
        }
    }

    /** What makes the neurons fire besides each other. */
    enum Drive {
        /** A current that alone would hold the potential at 25 mV. */
        CONSTANT(13.0 / 128),
        /** Poisson trains of 20 events a millisecond. */
        POISSON(0.1);

        private final double excitatoryWeight;

        Drive(double excitatoryWeight) {
            this.excitatoryWeight = excitatoryWeight;
        }
    }

    /** Weights and delays of synapses. */
    sealed interface Values {}

    /** One weight and one delay for each pair of populations. */
    record Shared() implements Values {}

    /**
     * Each synapse has its own.
     *
     * @param delays number of different delays, each as frequent as any other, around that of {@link Shared}
     * @param drawn whether weights are drawn as doubles; else they are one of 33 that floats hold exactly, and whose sums are
     *     exact
     */
    record PerSynapse(int delays, boolean drawn) implements Values {

        /** 112/128 to 144/128. */
        private double weightFactor(int source, int target, int twin) {
            return drawn
                    ? (112 + 32 * of(Netgen.WEIGHT, twin).uniform(index(source, target))) / 128
                    : (112 + of(Netgen.WEIGHT, twin).below(index(source, target), 33)) / 128.0;
        }

        /** In units of 0.1 ms. */
        private int delay(int source, int target, int twin) {
            int smallest = Math.max(1, SHARED_DELAY - (delays - 1) / 2);
            return smallest + of(Netgen.DELAY, twin).below(index(source, target), delays);
        }

        private static CounterRandom of(CounterRandom random, int twin) {
            return twin == 0 ? random : random.branch(twin);
        }
    }

    /**
     * As {@link Shared}, but excitatory weights are {@link #MEAN_WEIGHT}, and those between excitatory neurons are drawn as doubles, from
     * 0 to twice that, and learn by spike timing. Time constants of the rule are 20 ms.
     * Steps are additive: they do not depend on the weight.
     */
    record Plastic() implements Values {

        private static final double MEAN_WEIGHT = 0.25;
        private static final double LEARNING_RATE = 0.005;
        /** Depression is slightly stronger than potentiation, so that uncorrelated spikes do not make the network run away. */
        private static final double DEPRESSION = 1.05;

        private PairStdp rule(double timeConstantTicks) {
            return new PairStdp(LEARNING_RATE, DEPRESSION, 0, 0, 2 * MEAN_WEIGHT, timeConstantTicks, timeConstantTicks);
        }
    }

    private static final double EVENTS_PER_MILLISECOND = 20;

    /** 1.5 ms, in units of 0.1 ms. */
    private static final int SHARED_DELAY = 15;

    private static final double MEMBRANE_MILLISECONDS = 20;

    /** W1 with weight and delay shared. */
    static BalancedNetwork w1(Drive drive) {
        return of(drive, new Size(10_000, 2_500, 1_000, 250), new Shared(), 1_000);
    }

    /** W4, with some times its neurons. */
    static BalancedNetwork w4(int times, int milliseconds) {
        return of(Drive.CONSTANT, new Size(times * 80_000, times * 20_000, 800, 200), new Shared(), milliseconds);
    }

    /** The neurons of a tenth of W1, with eight tenths of the inputs: a million synapses. */
    static BalancedNetwork small() {
        return of(Drive.CONSTANT, new Size(1_000, 250, 640, 160), new Shared(), 1_000);
    }

    /** With four fifths of the neurons of W1, and a sixth of its inputs. */
    static BalancedNetwork plastic() {
        return of(Drive.CONSTANT, new Size(8_000, 2_000, 160, 40), new Plastic(), 1_000);
    }

    /** With ticks of 0.1 ms. */
    static BalancedNetwork of(Drive drive, Size size, Values values, int milliseconds) {
        return new BalancedNetwork(drive, size, 10, values, milliseconds);
    }

    @Override
    public long ticks() {
        return (long) milliseconds * ticksPerMillisecond;
    }

    @Override
    public double tickSeconds() {
        return 1e-3 / ticksPerMillisecond;
    }

    @Override
    public long expectedSpikes() {
        return equals(w1(Drive.CONSTANT)) ? 175_117 : equals(w1(Drive.POISSON)) ? 400_509 : -1;
    }

    @Override
    public String expectedHash() {
        if (equals(w1(Drive.CONSTANT))) {
            return "70c0d651bfacd3f6fed86525a63bbb44fc6181f608dbed830cabd7fb0c92663b";
        }
        return equals(w1(Drive.POISSON)) ? "688244f15d5f6cd03abc41438d69052eacfaa10b2a81bc52f8f1bada8475e609" : "";
    }

    @Override
    public Network network(TaskRunner runner) {
        Optional<PairStdp> rule = values instanceof Plastic plastic
                ? Optional.of(plastic.rule(MEMBRANE_MILLISECONDS * ticksPerMillisecond))
                : Optional.empty();
        return new Network(
                List.of(population("E", 0, size.excitatory), population("I", size.excitatory, size.inhibitory)),
                List.of(
                        new Projection("E", "E", fromExcitatory(true, runner), rule),
                        new Projection("E", "I", fromExcitatory(false, runner)),
                        new Projection("I", "E", fromInhibitory(true, runner)),
                        new Projection("I", "I", fromInhibitory(false, runner))));
    }

    private Population population(String name, int first, int count) {
        double beta = Math.exp(-1 / (MEMBRANE_MILLISECONDS * ticksPerMillisecond));
        LifParameters parameters = LifParameters.of(beta, 20).withRefractoryTicks(2 * ticksPerMillisecond);
        if (drive == Drive.CONSTANT) {
            LifParameters driven = parameters
                    .withBias(NeuronValues.of((1 - beta) * 25))
                    .withInitialPotential(Netgen.initialPotentials(first, count, 0, 20));
            return new Population(name, count, new Lif(driven, integration()));
        }
        PoissonCounts events = new PoissonCounts(EVENTS_PER_MILLISECOND / ticksPerMillisecond);
        InputCurrent input =
                new Netgen.ExternalInput(events, drive.excitatoryWeight, size.excitatory + size.inhibitory, first);
        return new Population(name, count, new DrivenNeurons(new Lif(parameters), input));
    }

    /** Ticks much finer than the time between events are not gone through one by one. */
    private Integration integration() {
        return ticksPerMillisecond > 10 ? Integration.CLOSED_FORM : Integration.PER_TICK;
    }

    private Synapses fromExcitatory(boolean toExcitatory, TaskRunner runner) {
        SynapseParameter weight = weight(excitatoryWeight());
        if (toExcitatory && values instanceof Plastic) {
            weight = (source, target, twin) ->
                    2 * Plastic.MEAN_WEIGHT * Netgen.WEIGHT.branch(twin).uniform(index(source, target));
        }
        Ends ends = new Ends(size.excitatory, targets(toExcitatory), toExcitatory);
        return connect(inputs(0, size.excitatoryInputs, toExcitatory), ends, weight, runner);
    }

    private Synapses fromInhibitory(boolean toExcitatory, TaskRunner runner) {
        Ends ends = new Ends(size.inhibitory, targets(toExcitatory), !toExcitatory);
        Netgen.InputsOf inputs = inputs(size.excitatoryInputs, size.inhibitoryInputs, toExcitatory);
        return connect(inputs, ends, weight(-5 * excitatoryWeight()), runner);
    }

    private Netgen.InputsOf inputs(int first, int count, boolean toExcitatory) {
        return new Netgen.InputsOf(size.inDegree(), first, count, toExcitatory ? 0 : size.excitatory);
    }

    private int targets(boolean excitatory) {
        return excitatory ? size.excitatory : size.inhibitory;
    }

    private double excitatoryWeight() {
        return values instanceof Plastic ? Plastic.MEAN_WEIGHT : drive.excitatoryWeight;
    }

    private SynapseParameter weight(double weight) {
        return values instanceof PerSynapse each
                ? (source, target, twin) -> weight * each.weightFactor(source, target, twin)
                : SynapseParameter.constant(weight);
    }

    private Synapses connect(Netgen.InputsOf inputs, Ends ends, SynapseParameter weight, TaskRunner runner) {
        double ticksPerDelayUnit = ticksPerMillisecond / 10.0;
        SynapseParameter delay = values instanceof PerSynapse each
                ? (source, target, twin) -> each.delay(source, target, twin) * ticksPerDelayUnit
                : SynapseParameter.constant(SHARED_DELAY * ticksPerDelayUnit);
        return new Connection(inputs, weight, delay)
                .connect(ends, TargetSlice.whole(ends.targetSize()).shares(runner.parallelism()), runner);
    }

    /** The place in the stream of random numbers that belongs to two neurons. */
    private static long index(int source, int target) {
        return (long) source << Integer.SIZE | target;
    }
}
