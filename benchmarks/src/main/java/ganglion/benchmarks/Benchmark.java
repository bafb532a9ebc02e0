package ganglion.benchmarks;

import ganglion.documents.InputException;
import ganglion.kernel.connectivity.Connection;
import ganglion.kernel.connectivity.Ends;
import ganglion.kernel.connectivity.FixedOutDegree;
import ganglion.kernel.connectivity.Sampling;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SynapseParameter;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.current.SynapticCurrent;
import ganglion.kernel.neuron.model.Integration;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.model.SynapticLif;
import ganglion.kernel.neuron.model.SynapticOrder;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.runtime.RunOptions;
import ganglion.scenario.bind.NetworkBinder;
import ganglion.scenario.bind.Stimulus;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A line of the table: what runs, and how.
 *
 * @param name on the command line and in the table
 * @param description what is special about it
 * @param workload what runs
 * @param neuronsPerActor most neurons of an actor
 * @param threads that build the network and run the actors
 * @param heapMebibytes memory that the process gets
 */
record Benchmark(
        String name,
        String description,
        BenchmarkNetwork workload,
        int neuronsPerActor,
        int threads,
        int heapMebibytes) {

    private static final int W4_MILLISECONDS = 200;

    /** A heap of this size is nearly filled by its network. */
    private static final int LARGE_HEAP_MEBIBYTES = 3000;

    /** All lines, in the order of the table. */
    static List<Benchmark> all() {
        BalancedNetwork w1 = BalancedNetwork.w1(BalancedNetwork.Drive.CONSTANT);
        BalancedNetwork poisson = BalancedNetwork.w1(BalancedNetwork.Drive.POISSON);
        BalancedNetwork w4 = BalancedNetwork.w4(1, W4_MILLISECONDS);
        LayeredNetwork w3 = LayeredNetwork.w3();
        List<Benchmark> all = new ArrayList<>(List.of(
                spread("w1", "W1 dc, weight and delay shared", w1, 1, 600),
                spread("w1-2", "the same", w1, 2, 600),
                spread(
                        "w1-us",
                        "W1 dc, tick of 1 us",
                        new BalancedNetwork(w1.drive(), w1.size(), 1000, w1.values(), w1.milliseconds()),
                        1,
                        600),
                spread("w1-poisson", "W1 poisson", poisson, 1, 600),
                spread("w2", "W2, exponential currents", CurrentNetwork.w2(), 1, 400),
                spread("w3", "W3", w3, 1, 400),
                spread("w3-2", "the same", w3, 2, 400),
                new Benchmark("w3-actors", "W3, 1 neuron an actor", w3, 1, 2, 800),
                spread("w4", "W4, 0.2 s", w4, 1, 700),
                spread("w4-2", "the same", w4, 2, 700),
                plastic("stdp", 1),
                plastic("stdp-2", 2),
                idle("idle", "1 M idle neurons, 1000 s", 1_000_000, 10, Integration.CLOSED_FORM),
                idle("idle-per-tick", "1 M, with the bits of a loop", 1_000_000, 10, Integration.PER_TICK)));
        for (int delays : new int[] {1, 40, 1000}) {
            addPerSynapse(all, w1, delays);
        }
        all.add(spread("small", "1,250 neurons", BalancedNetwork.small(), 1, 400));
        all.add(new Benchmark("w1-15", "W1 dc, 15 actors", w1, 834, 2, 600));
        all.add(new Benchmark("w1-64", "W1 dc, 64 actors", w1, 197, 2, 600));
        return all;
    }

    /** W1 with weight and delay per synapse, on one thread and on two. */
    private static void addPerSynapse(List<Benchmark> all, BalancedNetwork w1, int delays) {
        BalancedNetwork network = BalancedNetwork.of(
                w1.drive(), w1.size(), new BalancedNetwork.PerSynapse(delays, true), w1.milliseconds());
        String name = "w1-drawn-" + delays;
        all.add(spread(name, "W1 dc, weights drawn, " + delays + " delays", network, 1, 1200));
        all.add(spread(name + "-2", "the same", network, 2, 1200));
    }

    /**
     * How Java is started. Of a large heap it would keep a third for short-lived objects, and a collector of several threads has tables
     * beside the heap.
     */
    List<String> javaOptions() {
        List<String> options = new ArrayList<>(
                List.of("-Xms" + heapMebibytes + "m", "-Xmx" + heapMebibytes + "m", "-XX:+UseTransparentHugePages"));
        options.addAll(
                heapMebibytes < LARGE_HEAP_MEBIBYTES
                        ? List.of("-XX:+UseParallelGC")
                        : List.of("-XX:+UseSerialGC", "-Xmn48m"));
        return options;
    }

    /** The names of all lines that the table can have: of networks, of those that are only run by name, and of commands. */
    static List<String> names() {
        return Stream.of(
                        all().stream().map(Benchmark::name),
                        onlyByName().stream().map(Benchmark::name),
                        CommandBenchmark.all().stream().map(CommandBenchmark::name))
                .flatMap(names -> names)
                .toList();
    }

    /** Lines that take too long, or too much memory, for the table. */
    private static List<Benchmark> onlyByName() {
        return List.of(
                spread("w4-4", "W4 x 4, 0.05 s", BalancedNetwork.w4(4, 50), 2, 2300),
                microcircuit("microcircuit", "scenario.yaml", 0.2, 2000),
                microcircuit("microcircuit-poisson", "poisson.yaml", 0.2, 2000),
                microcircuit("microcircuit-whole", "scenario.yaml", 1, 3650));
    }

    /** Ten seconds, as the community's recipe asks for. */
    private static Benchmark microcircuit(String name, String file, double scale, int heap) {
        String description =
                scale == 1 ? "cortical microcircuit, 10 s" : "cortical microcircuit at " + scale + ", 10 s";
        return spread(name, description, new MicrocircuitNetwork(file, scale, 10_000), 2, heap);
    }

    private static Benchmark plastic(String name, int threads) {
        return spread(name, threads == 1 ? "STDP" : "the same", BalancedNetwork.plastic(), threads, 600);
    }

    private static Benchmark idle(
            String name, String description, int neurons, int ticksPerMillisecond, Integration integration) {
        IdleNetwork network = new IdleNetwork(neurons, ticksPerMillisecond, 1000, integration);
        return spread(name, description, network, 1, 400);
    }

    private static Benchmark spread(String name, String description, BenchmarkNetwork workload, int threads, int heap) {
        return new Benchmark(name, description, workload, RunOptions.SPREAD, threads, heap);
    }

    /** @throws IllegalArgumentException if there is none of that name */
    static Benchmark named(String name) {
        return Stream.concat(all().stream(), onlyByName().stream())
                .filter(benchmark -> benchmark.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no benchmark named " + name + ", expected some of " + String.join(", ", names())));
    }

    /**
     * Many neurons that hardly anything ever reaches: one spike a second, to 100 of them. What it costs must not depend on their
     * number, nor on the tick.
     *
     * @param neurons how many
     * @param ticksPerMillisecond 10 for a tick of 0.1 ms
     * @param seconds length of the run
     * @param integration of the neurons
     */
    record IdleNetwork(int neurons, int ticksPerMillisecond, int seconds, Integration integration)
            implements BenchmarkNetwork {

        private static final int OUT_DEGREE = 100;

        @Override
        public long ticks() {
            return seconds * 1_000L * ticksPerMillisecond;
        }

        @Override
        public double tickSeconds() {
            return 1e-3 / ticksPerMillisecond;
        }

        @Override
        public long expectedSpikes() {
            return seconds;
        }

        @Override
        public Network network(TaskRunner runner) {
            SpikeRaster.Builder spikes = SpikeRaster.builder(1);
            for (int second = 0; second < seconds; second++) {
                spikes.add((second * 1_000L + 500) * ticksPerMillisecond, 0);
            }
            double beta = Math.exp(-1.0 / (20 * ticksPerMillisecond));
            Connection connection = new Connection(
                    new FixedOutDegree(OUT_DEGREE, new Sampling(true, false, Netgen.GRAPH)),
                    SynapseParameter.constant(0.5),
                    SynapseParameter.constant(ticksPerMillisecond));
            return new Network(
                    List.of(
                            new Population("input", 1, new SpikeSource(spikes.build())),
                            new Population("idle", neurons, new Lif(LifParameters.of(beta, 1), integration))),
                    List.of(new Projection("input", "idle", connection.connect(Ends.of(1, neurons), runner))));
        }
    }

    /**
     * The cortical microcircuit of Potjans and Diesmann as the gallery has it: a weight and a delay drawn for each synapse, and all
     * neurons stepped at every tick.
     *
     * @param file scenario file in the folder of the gallery's scenario, which says how neurons are driven
     * @param scale of the numbers of neurons and of inputs per neuron; 1 is the whole model
     * @param milliseconds of model time
     */
    record MicrocircuitNetwork(String file, double scale, int milliseconds) implements BenchmarkNetwork {

        private static final int TICKS_PER_MILLISECOND = 10;

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
            Path path = Path.of(System.getProperty("ganglion.root", "."), "scenarios/gallery/microcircuit", file);
            ScenarioOverrides overrides = new ScenarioOverrides(
                    Map.of("/variables/scale", Double.toString(scale)), OptionalLong.empty(), List.of(), false);
            try {
                Scenario scenario = ScenarioFiles.read(path, overrides);
                return NetworkBinder.bind(scenario, Stimulus.NONE, runner, share -> {});
            } catch (InputException e) {
                throw new IllegalStateException(e.problems().get(0).oneLine(), e);
            }
        }
    }

    /**
     * W3: layers of 64, 512, 512 and 10 neurons, all to all, as in a network that classifies sound; sparse random input, ticks
     * of 1 ms, membrane time constant 20 ms, threshold 1, refractory for 2 ms.
     *
     * @param ticks length of the run
     */
    record LayeredNetwork(long ticks) implements BenchmarkNetwork {

        private static final int[] SIZES = {64, 512, 512, 10};
        private static final int[] LEAST_WEIGHT = {-400, -165, -150};
        private static final int[] LARGEST_WEIGHT = {600, 188, 175};
        private static final String[] NAMES = {"input", "first", "second", "out"};

        /** The run that others have counted. */
        static LayeredNetwork w3() {
            return new LayeredNetwork(10_000);
        }

        @Override
        public double tickSeconds() {
            return 1e-3;
        }

        @Override
        public long expectedSpikes() {
            return ticks == 10_000 ? 137_881 + 17_695 : -1;
        }

        @Override
        public String expectedHash() {
            return ticks == 10_000 ? "2d644df1ea375a6ccbb21cc146ffa5403fcbe29ff5dbcaef3a3833560e6d2146" : "";
        }

        @Override
        public Network network(TaskRunner runner) {
            List<Population> populations = new ArrayList<>();
            populations.add(new Population(NAMES[0], SIZES[0], new SpikeSource(input())));
            Lif neuron = new Lif(LifParameters.of(Math.exp(-1.0 / 20), 1).withRefractoryTicks(2));
            List<Projection> projections = new ArrayList<>();
            long firstSynapse = 0;
            for (int layer = 1; layer < SIZES.length; layer++) {
                populations.add(new Population(NAMES[layer], SIZES[layer], neuron));
                double[] weights = weights(layer - 1, firstSynapse);
                firstSynapse += weights.length;
                projections.add(new Projection(
                        NAMES[layer - 1], NAMES[layer], new DenseSynapses(SIZES[layer - 1], SIZES[layer], weights, 1)));
            }
            return new Network(populations, projections);
        }

        private SpikeRaster input() {
            SpikeRaster.Builder spikes = SpikeRaster.builder(SIZES[0]);
            for (long tick = 0; tick < ticks; tick++) {
                for (int channel = 0; channel < SIZES[0]; channel++) {
                    double rateHertz = 5 + 45.0 * channel / 63;
                    if (Netgen.INPUT.uniform(tick * 64 + channel) < rateHertz * 1e-3) {
                        spikes.add(tick, channel);
                    }
                }
            }
            return spikes.build();
        }

        private static double[] weights(int layer, long firstSynapse) {
            double[] weights = new double[SIZES[layer] * SIZES[layer + 1]];
            int range = LARGEST_WEIGHT[layer] - LEAST_WEIGHT[layer] + 1;
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (LEAST_WEIGHT[layer] + Netgen.WEIGHT.below(firstSynapse + i, range)) / 4096.0;
            }
            return weights;
        }
    }

    /**
     * W2: 4,000 neurons, 2 % of the pairs joined, exponentially decaying currents of 5 and 10 ms, ticks of 0.1 ms (T. P. Vogels
     * and L. F. Abbott, "Signal propagation and logic gating in networks of integrate-and-fire neurons", J. Neurosci. 25, 2005;
     * the benchmark CUBA of Brette et al., J. Comput. Neurosci. 23, 2007). Potentials in mV above the resting potential.
     *
     * @param ticks length of the run
     */
    record CurrentNetwork(long ticks) implements BenchmarkNetwork {

        private static final int EXCITATORY = 3_200;
        private static final int INHIBITORY = 800;
        private static final double PROBABILITY = 0.02;
        private static final double TICK_MILLISECONDS = 0.1;

        /** The run that others have counted. */
        static CurrentNetwork w2() {
            return new CurrentNetwork(10_000);
        }

        @Override
        public double tickSeconds() {
            return TICK_MILLISECONDS * 1e-3;
        }

        @Override
        public long expectedSpikes() {
            return ticks == 10_000 ? 22_428 : -1;
        }

        @Override
        public String expectedHash() {
            return ticks == 10_000 ? "d88d8b2040a5ba903f0a4c196f94f9ad1a7c3cf1a61f079335f4c26a1aa84b5d" : "";
        }

        @Override
        public Network network(TaskRunner runner) {
            List<Population> populations =
                    List.of(population("E", 0, EXCITATORY), population("I", EXCITATORY, INHIBITORY));
            List<Projection> projections = new ArrayList<>();
            int firstSource = 0;
            for (Population source : populations) {
                double weight = source.name().equals("E") ? 16.2 : -90;
                int firstTarget = 0;
                for (Population target : populations) {
                    Connection connection = new Connection(
                            new Netgen.Pairs(PROBABILITY, EXCITATORY + INHIBITORY, firstSource, firstTarget),
                            SynapseParameter.constant(weight),
                            SynapseParameter.constant(1));
                    Ends ends = new Ends(source.size(), target.size(), source == target);
                    projections.add(new Projection(source.name(), target.name(), connection.connect(ends, runner)));
                    firstTarget += target.size();
                }
                firstSource += source.size();
            }
            return new Network(populations, projections);
        }

        private static Population population(String name, int first, int size) {
            LifParameters membrane = new LifParameters(
                    NeuronValues.of(Math.exp(-TICK_MILLISECONDS / 20)),
                    NeuronValues.of(-1),
                    false,
                    Reset.TO_VALUE,
                    false,
                    NeuronValues.of(-11),
                    NeuronValues.of(0),
                    NeuronValues.of(0),
                    Netgen.initialPotentials(first, size, -11, -1),
                    50);
            List<SynapticCurrent> currents = List.of(
                    SynapticCurrent.exact(5, 20, 200, TICK_MILLISECONDS),
                    SynapticCurrent.exact(10, 20, 200, TICK_MILLISECONDS));
            return new Population(name, size, new SynapticLif(membrane, currents, SynapticOrder.POTENTIAL_FIRST));
        }
    }
}
