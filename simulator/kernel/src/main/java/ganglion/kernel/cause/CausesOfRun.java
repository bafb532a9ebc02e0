package ganglion.kernel.cause;

import ganglion.kernel.affine.AffineNeuron;
import ganglion.kernel.cause.IncomingSynapseFinder.IncomingSynapse;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.plasticity.SynapseChanges;
import ganglion.kernel.plasticity.SynapseRule;
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
            } else if (spike.population() == source.population()
                    && spike.neuron() == source.neuron()
                    && spike.tick() > source.tick()
                    && network.projection(event.projection()).plasticity().isPresent()) {
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

    /** The weight of a synapse at each spike of its source; empty if it does not change. */
    private double[] weights(IncomingSynapse synapse, long[] source, int population, int neuron) {
        return network.projection(synapse.projection())
                .plasticity()
                .map(rule -> new PlasticHistory(rule)
                        .weights(synapse.weight(), synapse.delayTicks(), source, spikesOf(population, neuron)))
                .orElse(new double[0]);
    }

    /**
     * What one plastic synapse delivers at each spike of its source, found from the spikes of both sides by its rule: each spike of the target
     * changes it when it reaches the synapse, each spike of the source when it is fired, before it is delivered.
     */
    private static final class PlasticHistory {

        private static final int[] ONLY = {0};
        private static final int[] LATEST = {1};

        private final SynapseChanges changes;

        PlasticHistory(SynapseRule rule) {
            this.changes = rule.changes();
        }

        /**
         * The weights with which spikes were delivered.
         *
         * @param initial weight before the first spike
         * @param delay of the synapse, in ticks
         * @param source ticks at which its source fired, ascending
         * @param target ticks at which its target fired, ascending
         * @return one weight for each spike of the source
         */
        double[] weights(double initial, int delay, long[] source, long[] target) {
            double[] delivered = new double[source.length];
            double[] weight = {initial};
            double[] effect = new double[1];
            double[] ofSource = changes.sourceAtRest();
            double[] rest = changes.targetAtRest();
            double[] beforeTarget = Arrays.copyOf(rest, 2 * rest.length);
            System.arraycopy(rest, 0, beforeTarget, rest.length, rest.length);
            long[] ticks = {Long.MIN_VALUE / 4, 0};
            long last = 0;
            int reached = 0;
            for (int i = 0; i < source.length; i++) {
                for (; reached < target.length && target[reached] + delay <= source[i]; reached++) {
                    if (reached > 0) {
                        changes.passTarget(beforeTarget, rest.length, target[reached] - ticks[1]);
                    }
                    ticks[1] = target[reached];
                    changes.takeTargets(weight, ONLY, LATEST, 1, ticks, beforeTarget, ofSource, 0, last - delay);
                }
                changes.takeSource(
                        weight,
                        reached > 0 ? LATEST : ONLY,
                        1,
                        source[i] - delay,
                        ticks,
                        beforeTarget,
                        ofSource,
                        0,
                        source[i] - last,
                        effect);
                delivered[i] = effect[0];
                changes.fireSource(ofSource, 0, source[i] - last);
                last = source[i];
            }
            return delivered;
        }
    }
}
