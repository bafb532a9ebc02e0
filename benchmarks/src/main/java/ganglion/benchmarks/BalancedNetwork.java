package ganglion.benchmarks;

import ganglion.kernel.connectivity.Connection;
import ganglion.kernel.connectivity.Ends;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.NetworkSlice;
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
import ganglion.kernel.random.CounterRandom;
import ganglion.kernel.random.PoissonCounts;
import java.util.ArrayList;
import java.util.List;

/**
 * W1 and W4: excitatory and inhibitory neurons with delta synapses and fixed in-degrees (N. Brunel, "Dynamics of sparsely
 * connected networks of excitatory and inhibitory spiking neurons", J. Comput. Neurosci. 8, 2000). Potentials in mV,
 * membrane time constant 20 ms, threshold 20 mV, refractory for 2 ms, delay 1.5 ms.
 *
 * @param drive what makes the neurons fire
 * @param excitatory number of excitatory neurons
 * @param inhibitory number of inhibitory neurons
 * @param excitatoryInputs inputs of each neuron from excitatory neurons
 * @param inhibitoryInputs inputs of each neuron from inhibitory neurons
 * @param ticksPerMillisecond 10 for a tick of 0.1 ms
 * @param values which weights and delays the synapses have
 * @param milliseconds length of the run
 */
record BalancedNetwork(
        Drive drive,
        int excitatory,
        int inhibitory,
        int excitatoryInputs,
        int inhibitoryInputs,
        int ticksPerMillisecond,
        Values values,
        int milliseconds)
        implements BenchmarkNetwork {

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

        private static long index(int source, int target) {
            return (long) source << Integer.SIZE | target;
        }
    }

    private static final double EVENTS_PER_MILLISECOND = 20;

    /** 1.5 ms, in units of 0.1 ms. */
    private static final int SHARED_DELAY = 15;

    /** W1 with weight and delay shared. */
    static BalancedNetwork w1(Drive drive) {
        return new BalancedNetwork(drive, 10_000, 2_500, 1_000, 250, 10, new Shared(), 1_000);
    }

    /** W4. */
    static BalancedNetwork w4(int milliseconds) {
        return new BalancedNetwork(Drive.CONSTANT, 80_000, 20_000, 800, 200, 10, new Shared(), milliseconds);
    }

    /** The neurons of a tenth of W1, with eight tenths of the inputs: a million synapses. */
    static BalancedNetwork small() {
        return new BalancedNetwork(Drive.CONSTANT, 1_000, 250, 640, 160, 10, new Shared(), 1_000);
    }

    /** The same with four times the neurons. */
    BalancedNetwork timesFour() {
        return new BalancedNetwork(
                drive,
                4 * excitatory,
                4 * inhibitory,
                excitatoryInputs,
                inhibitoryInputs,
                ticksPerMillisecond,
                values,
                milliseconds);
    }

    BalancedNetwork withValues(Values other) {
        return new BalancedNetwork(
                drive,
                excitatory,
                inhibitory,
                excitatoryInputs,
                inhibitoryInputs,
                ticksPerMillisecond,
                other,
                milliseconds);
    }

    BalancedNetwork withMilliseconds(int length) {
        return new BalancedNetwork(
                drive, excitatory, inhibitory, excitatoryInputs, inhibitoryInputs, ticksPerMillisecond, values, length);
    }

    BalancedNetwork withTicksPerMillisecond(int count) {
        return new BalancedNetwork(
                drive, excitatory, inhibitory, excitatoryInputs, inhibitoryInputs, count, values, milliseconds);
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
        return network(NetworkSlice.WHOLE, runner);
    }

    /** The part of the network that one of several nodes has. */
    Network network(NetworkSlice slice, TaskRunner runner) {
        TargetSlice toExcitatory = slice.of(0, excitatory);
        TargetSlice toInhibitory = slice.of(1, inhibitory);
        List<Projection> projections = new ArrayList<>();
        projections.add(new Projection("E", "E", fromExcitatory(0, excitatory, toExcitatory, true, runner)));
        projections.add(new Projection("E", "I", fromExcitatory(excitatory, inhibitory, toInhibitory, false, runner)));
        projections.add(new Projection("I", "E", fromInhibitory(0, excitatory, toExcitatory, false, runner)));
        projections.add(new Projection("I", "I", fromInhibitory(excitatory, inhibitory, toInhibitory, true, runner)));
        return new Network(
                List.of(population("E", 0, excitatory), population("I", excitatory, inhibitory)), projections);
    }

    private Population population(String name, int first, int size) {
        double beta = Math.exp(-1.0 / (20 * ticksPerMillisecond));
        LifParameters parameters = LifParameters.of(beta, 20).withRefractoryTicks(2 * ticksPerMillisecond);
        if (drive == Drive.CONSTANT) {
            LifParameters driven = parameters
                    .withBias(NeuronValues.of((1 - beta) * 25))
                    .withInitialPotential(Netgen.initialPotentials(first, size, 0, 20));
            return new Population(name, size, new Lif(driven, integration()));
        }
        PoissonCounts events = new PoissonCounts(EVENTS_PER_MILLISECOND / ticksPerMillisecond);
        InputCurrent input = new Netgen.ExternalInput(events, drive.excitatoryWeight, excitatory + inhibitory, first);
        return new Population(name, size, new DrivenNeurons(new Lif(parameters), input));
    }

    /** Ticks much finer than the time between events are not gone through one by one. */
    private Integration integration() {
        return ticksPerMillisecond > 10 ? Integration.CLOSED_FORM : Integration.PER_TICK;
    }

    private Synapses fromExcitatory(
            int firstTarget, int targets, TargetSlice slice, boolean recurrent, TaskRunner runner) {
        return connect(
                new Netgen.InputsOf(excitatoryInputs + inhibitoryInputs, 0, excitatoryInputs, firstTarget),
                new Ends(excitatory, targets, recurrent),
                slice,
                drive.excitatoryWeight,
                runner);
    }

    private Synapses fromInhibitory(
            int firstTarget, int targets, TargetSlice slice, boolean recurrent, TaskRunner runner) {
        return connect(
                new Netgen.InputsOf(
                        excitatoryInputs + inhibitoryInputs, excitatoryInputs, inhibitoryInputs, firstTarget),
                new Ends(inhibitory, targets, recurrent),
                slice,
                -5 * drive.excitatoryWeight,
                runner);
    }

    private Synapses connect(Netgen.InputsOf inputs, Ends ends, TargetSlice slice, double weight, TaskRunner runner) {
        double ticksPerDelayUnit = ticksPerMillisecond / 10.0;
        if (values instanceof PerSynapse each) {
            return new Connection(
                            inputs,
                            (source, target, twin) -> weight * each.weightFactor(source, target, twin),
                            (source, target, twin) -> each.delay(source, target, twin) * ticksPerDelayUnit)
                    .connect(ends, slice, runner);
        }
        return new Connection(
                        inputs,
                        SynapseParameter.constant(weight),
                        SynapseParameter.constant(SHARED_DELAY * ticksPerDelayUnit))
                .connect(ends, slice, runner);
    }
}
