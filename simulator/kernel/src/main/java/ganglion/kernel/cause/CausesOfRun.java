package ganglion.kernel.cause;

import ganglion.kernel.affine.AffineNeuron;
import ganglion.kernel.cause.IncomingSynapseFinder.IncomingSynapse;
import ganglion.kernel.core.PlasticSynapse;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the potentials of a finished run apart. Costs, for one moment, a step for each tick whose input is still left in the potential, for
 * each spike of the neuron before, and for each event in between. Not thread-safe.
 */
public final class CausesOfRun {

    /** Two ways to a potential differ by less than this share of the sizes of its parts. */
    private static final double ROUNDING = 1e-9;

    private final Network network;
    private final List<SpikeRaster> spikes;
    private final SpikeTimes[] times;
    private final IncomingSynapseFinder synapses;

    /**
     * @param network as it was run
     * @param spikes all spikes of each population
     */
    public CausesOfRun(Network network, List<SpikeRaster> spikes) {
        this.network = network;
        this.spikes = List.copyOf(spikes);
        this.times = new SpikeTimes[spikes.size()];
        this.synapses = new IncomingSynapseFinder(network);
    }

    /** The ticks at which a neuron fired, ascending. */
    public long[] spikesOf(int population, int neuron) {
        if (times[population] == null) {
            times[population] = new SpikeTimes(spikes.get(population));
        }
        return times[population].of(neuron);
    }

    /**
     * The parts of a neuron's potential at a tick; empty if its model has no affine maps, or the population has not started by then.
     *
     * @param population index in the network
     * @param neuron position in its population
     */
    public Optional<PotentialParts> at(int population, int neuron, long tick) {
        Population of = network.population(population);
        Optional<AffineNeuron> maps = of.model().affine(neuron);
        if (maps.isEmpty() || tick < of.startTick()) {
            return Optional.empty();
        }
        NeuronHistory history = new NeuronHistory(
                of,
                neuron,
                new NeuronMaps(maps.get(), spikesOf(population, neuron), of.startTick(), tick),
                (from, until) -> events(population, neuron, from, until));
        return Optional.of(history.parts());
    }

    /**
     * Whether a spike was needed for another: whether the potential without what it adds is below the level. Then the neuron does not fire at the
     * tick without that spike, if all else that reaches it stays as it is, and so do its own spikes before. Parts cannot tell where the spike has
     * changed the weight with which a later one came.
     */
    public boolean isNeeded(SpikeId source, PotentialParts parts) {
        double amount = 0;
        for (EventPart event : parts.events()) {
            SpikeId spike = event.spike();
            if (spike.equals(source)) {
                amount += event.amount();
            } else if (spike.tick() > source.tick()
                    && (spike.population() == source.population()
                                    && spike.neuron() == source.neuron()
                                    && network.projection(event.projection())
                                            .plasticity()
                                            .isPresent()
                            || network.modulatorOf(event.projection()) == source.population())) {
                return false;
            }
        }
        return parts.potential() - amount < parts.level() - ROUNDING * (1 + parts.size());
    }

    /** All synapses that end on a neuron, by projection, source, delay. */
    List<IncomingSynapse> synapsesOf(int population, int neuron) {
        return synapses.of(population, neuron);
    }

    /** The spikes that reach a neuron within [from, until], each with the weights of its synapses together, in order of first arrival. */
    Map<SpikeId, Double> arriving(int population, int neuron, long from, long until) {
        Map<SpikeId, Double> weights = new LinkedHashMap<>();
        for (EventPart event : events(population, neuron, from, until)) {
            weights.merge(event.spike(), event.weight(), Double::sum);
        }
        return weights;
    }

    /** The events that reach a neuron within [from, until], in order of arrival, with responses still unknown. */
    private List<EventPart> events(int population, int neuron, long from, long until) {
        List<EventPart> events = new ArrayList<>();
        for (IncomingSynapse synapse : synapsesOf(population, neuron)) {
            int of = network.sourceOf(synapse.projection());
            long[] source = spikesOf(of, synapse.source());
            int first = SpikeTimes.firstAtOrAfter(source, from - synapse.delayTicks());
            int end = SpikeTimes.firstAtOrAfter(source, until - synapse.delayTicks() + 1);
            if (first < end) {
                double[] weights = weights(synapse, source, population, neuron);
                for (int i = first; i < end; i++) {
                    double weight = weights.length == 0 ? synapse.weight() : weights[i];
                    SpikeId spike = new SpikeId(of, synapse.source(), source[i]);
                    events.add(new EventPart(spike, synapse.projection(), synapse.delayTicks(), weight, 0));
                }
            }
        }
        events.sort(Comparator.comparingLong(EventPart::arrivalTick));
        return events;
    }

    /** The ticks of all spikes that are the third factor of a projection, ascending. */
    private long[] thirdOf(int projection) {
        int modulator = network.modulatorOf(projection);
        long[] ticks = new long[modulator < 0 ? 0 : spikes.get(modulator).size()];
        Arrays.setAll(ticks, i -> spikes.get(modulator).tick(i));
        return ticks;
    }

    /** The weight of a synapse at each spike of its source; empty if it does not change. */
    private double[] weights(IncomingSynapse synapse, long[] source, int population, int neuron) {
        return network.projection(synapse.projection())
                .plasticity()
                .map(rule -> PlasticSynapse.delivered(
                        rule,
                        synapse.weight(),
                        synapse.delayTicks(),
                        source,
                        spikesOf(population, neuron),
                        thirdOf(synapse.projection())))
                .orElse(new double[0]);
    }
}
