package ganglion.kernel.cause;

import ganglion.kernel.PartitionedNetwork;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.cause.IncomingSynapseFinder.IncomingSynapse;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.schedule.Partition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A neuron without its network: it gets the spikes that reached it in a run, or some of them, from sources that only repeat them. With all of
 * them it fires as in the run, to the bit. Without some it tells what these were good for, for a model of any kind; its own spikes, where it
 * has synapses on itself, then still reach it as in the run.
 */
public final class LoneNeuron {

    /** Such that no population of a scenario has this name. */
    private static final String TARGET = " alone";

    private final Network network;
    private final CausesOfRun causes;
    private final int population;
    private final int neuron;
    private final List<IncomingSynapse> synapses;

    /** For each population of sources, its neurons with synapses on the neuron, ascending; for one that is a third factor, all. */
    private final Map<Integer, int[]> sources = new TreeMap<>();

    /**
     * @param network as it was run
     * @param causes its spikes
     * @param population index of the neuron's population
     * @param neuron its position there
     */
    public LoneNeuron(Network network, CausesOfRun causes, int population, int neuron) {
        this.network = network;
        this.causes = causes;
        this.population = population;
        this.neuron = neuron;
        this.synapses = causes.synapsesOf(population, neuron);
        Map<Integer, TreeSet<Integer>> found = new TreeMap<>();
        for (IncomingSynapse synapse : synapses) {
            found.computeIfAbsent(network.sourceOf(synapse.projection()), source -> new TreeSet<>())
                    .add(synapse.source());
        }
        found.forEach((source, neurons) ->
                sources.put(source, neurons.stream().mapToInt(Integer::intValue).toArray()));
        for (IncomingSynapse synapse : synapses) {
            int modulator = network.modulatorOf(synapse.projection());
            if (modulator >= 0) {
                sources.put(
                        modulator,
                        IntStream.range(0, network.population(modulator).size()).toArray());
            }
        }
    }

    /**
     * The ticks at which the neuron fires before one, if some spikes do not reach it.
     *
     * @param left which spikes of other neurons are left out
     */
    public long[] spikesWithout(Predicate<SpikeId> left, long endTick) {
        return without(left, endTick).spikes();
    }

    /**
     * What the neuron has done before a tick.
     *
     * @param spikes ticks at which it fired, ascending
     * @param potential its potential after the last tick before, and after any reset in it
     */
    public record Course(long[] spikes, double potential) {

        /** Whether it fired at a tick. */
        public boolean firesAt(long tick) {
            return Arrays.binarySearch(spikes, tick) >= 0;
        }
    }

    /**
     * What the neuron does before a tick, if some spikes do not reach it.
     *
     * @param left which spikes of other neurons are left out
     * @param endTick at least 1
     */
    public Course without(Predicate<SpikeId> left, long endTick) {
        Network alone = alone(left, endTick);
        PartitionedNetwork run = new PartitionedNetwork(alone, Partition.whole(alone), endTick, List.of());
        SpikeRaster raster = SequentialSimulation.run(run).spikesOf(TARGET);
        long[] ticks = new long[raster.size()];
        Arrays.setAll(ticks, raster::tick);
        return new Course(ticks, run.sample().potentials(alone.index(TARGET))[0]);
    }

    /** The spikes that reach the neuron within some ticks, with the weights of their synapses together, in order of arrival. */
    public Map<SpikeId, Double> arriving(long from, long until) {
        return causes.arriving(population, neuron, from, until);
    }

    /** The neuron with its sources, in the order of the whole network, in which sums are taken. */
    private Network alone(Predicate<SpikeId> left, long endTick) {
        List<Population> populations = new ArrayList<>();
        sources.forEach((source, neurons) -> populations.add(new Population(
                network.population(source).name(),
                neurons.length,
                new SpikeSource(spikes(source, neurons, left, endTick)))));
        Population of = network.population(population);
        populations.add(new Population(TARGET, 1, new SingledOut(of.model(), neuron), of.startTick()));
        return new Network(populations, projections());
    }

    private SpikeRaster spikes(int source, int[] neurons, Predicate<SpikeId> left, long endTick) {
        SpikeRaster.Builder spikes = SpikeRaster.builder(neurons.length);
        for (int i = 0; i < neurons.length; i++) {
            for (long tick : causes.spikesOf(source, neurons[i])) {
                if (tick < endTick && !left.test(new SpikeId(source, neurons[i], tick))) {
                    spikes.add(tick, i);
                }
            }
        }
        return spikes.build();
    }

    private List<Projection> projections() {
        Map<Integer, SparseSynapses.Builder> rows = new TreeMap<>();
        for (IncomingSynapse synapse : synapses) {
            int[] neurons = sources.get(network.sourceOf(synapse.projection()));
            rows.computeIfAbsent(synapse.projection(), number -> SparseSynapses.builder(neurons.length, 1))
                    .add(Arrays.binarySearch(neurons, synapse.source()), 0, synapse.weight(), synapse.delayTicks());
        }
        List<Projection> projections = new ArrayList<>();
        rows.forEach((number, builder) -> {
            Projection whole = network.projection(number);
            // Uniform projections are summed last: what is part of a varied one must not become uniform by itself.
            SparseSynapses part =
                    whole.isUniform() ? builder.build() : builder.build().asVaried();
            projections.add(new Projection(whole.source(), TARGET, part, whole.plasticity()));
        });
        return projections;
    }

    /**
     * One neuron of a population as a population of its own.
     *
     * @param model of the population
     * @param neuron position in it, which per-neuron parameters and random numbers depend on
     */
    private record SingledOut(NeuronModel model, int neuron) implements NeuronModel {

        @Override
        public String name() {
            return model.name();
        }

        @Override
        public int inputChannels() {
            return model.inputChannels();
        }

        @Override
        public List<String> states() {
            return model.states();
        }

        @Override
        public NeuronGroup createGroup(int first, int size) {
            return model.createGroup(neuron + first, size);
        }
    }
}
