package ganglion.hardware.activity;

import ganglion.hardware.placement.NetworkTargets;
import ganglion.hardware.placement.TargetWords;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A neuron is active in a tick if an input reaches it, even one of weight zero, or if it fires. */
public final class ArrivalRule implements ActivityRule {

    private final int words;
    private final boolean[] isInput;
    private final List<List<Arrivals>> arrivalsBySource = new ArrayList<>();
    private final int[] populationOf;
    private final int[] firstNeuron;
    private final Map<Long, long[]> byTick = new HashMap<>();
    private final Deque<long[]> spare = new ArrayDeque<>();
    private long[] current;

    /** The set used last: spikes of one tick mostly arrive together. */
    private long[] lastSet;

    private long lastTick = -1;

    /** Where the spikes of one projection arrive. */
    private interface Arrivals {
        void mark(ArrivalRule rule, long tick, int source);
    }

    /** A rule for one walk through a run of a network. */
    public ArrivalRule(Network network, List<SpikeRaster> spikes) {
        this(new NetworkTargets(network), spikes);
    }

    /** A rule that shares the tables of a network. */
    public ArrivalRule(NetworkTargets targets, List<SpikeRaster> spikes) {
        Network network = targets.network();
        words = (network.neuronCount() + 63) / 64;
        populationOf = new int[network.neuronCount()];
        int populations = network.populations().size();
        isInput = new boolean[populations];
        firstNeuron = new int[populations];
        for (int p = 0; p < populations; p++) {
            firstNeuron[p] = network.firstNeuron(p);
            Arrays.fill(populationOf, firstNeuron[p], network.firstNeuron(p + 1), p);
            isInput[p] = !network.populations().get(p).model().takesInput();
            arrivalsBySource.add(new ArrayList<>());
        }
        for (Projection projection : network.projections()) {
            int source = network.index(projection.source());
            int firstTarget = network.firstNeuron(network.index(projection.target()));
            arrivalsBySource
                    .get(source)
                    .add(arrivals(
                            targets, projection, firstTarget, spikes.get(source).size()));
        }
    }

    private static Arrivals arrivals(NetworkTargets targets, Projection projection, int firstTarget, int spikes) {
        Synapses synapses = projection.synapses();
        if (synapses instanceof DenseSynapses dense) {
            return (rule, tick, source) ->
                    rule.markRange(tick + dense.commonDelayTicks(), firstTarget, firstTarget + dense.targetSize());
        }
        // For few spikes, building a table costs more than it saves.
        boolean pays = targets.isKnown(projection) || spikes >= 2L * synapses.sourceSize();
        Optional<TargetWords> words = pays ? targets.words(projection) : Optional.empty();
        return words.map(ArrivalRule::byWords)
                .orElse((rule, tick, source) -> rule.markEach(tick, synapses, source, firstTarget));
    }

    private static Arrivals byWords(TargetWords words) {
        int delayTicks = words.commonDelayTicks();
        return delayTicks > 0
                ? (rule, tick, source) -> rule.markRow(tick + delayTicks, words, source)
                : (rule, tick, source) -> rule.markWords(tick, words, source);
    }

    @Override
    public long[] activeAt(long tick, int[] fired, int count) {
        if (current != null) {
            Arrays.fill(current, 0);
            spare.push(current);
        }
        // First the neurons that fire, then those that are reached: alternating between two ticks would cost one
        // look-up each time.
        for (int i = 0; i < count; i++) {
            if (!isInput[populationOf[fired[i]]]) {
                at(tick)[fired[i] >> 6] |= 1L << fired[i];
            }
        }
        for (int i = 0; i < count; i++) {
            int population = populationOf[fired[i]];
            List<Arrivals> all = arrivalsBySource.get(population);
            for (int k = 0; k < all.size(); k++) {
                all.get(k).mark(this, tick, fired[i] - firstNeuron[population]);
            }
        }
        current = byTick.remove(tick);
        lastTick = -1;
        return current;
    }

    /** The set of a tick, created empty. */
    private long[] at(long tick) {
        if (tick == lastTick) {
            return lastSet;
        }
        lastSet = byTick.computeIfAbsent(tick, t -> spare.isEmpty() ? new long[words] : spare.pop());
        lastTick = tick;
        return lastSet;
    }

    /** A source without synapses must not create the set of a tick: a tick without a set is idle. */
    private void markRow(long tick, TargetWords words, int source) {
        if (words.first(source) < words.first(source + 1)) {
            words.mark(source, at(tick));
        }
    }

    private void markWords(long tick, TargetWords words, int source) {
        for (int entry = words.first(source); entry < words.first(source + 1); entry++) {
            at(tick + words.delayTicks(entry))[words.word(entry)] |= words.mask(entry);
        }
    }

    private void markEach(long tick, Synapses synapses, int source, int firstTarget) {
        int degree = synapses.outDegree(source);
        for (int i = 0; i < degree; i++) {
            int target = firstTarget + synapses.target(source, i);
            at(tick + synapses.delayTicks(source, i))[target >> 6] |= 1L << target;
        }
    }

    private void markRange(long tick, int from, int until) {
        long[] set = at(tick);
        int firstWord = from >> 6;
        int lastWord = until - 1 >> 6;
        long firstMask = -1L << from;
        long lastMask = -1L >>> -until;
        if (firstWord == lastWord) {
            set[firstWord] |= firstMask & lastMask;
            return;
        }
        set[firstWord] |= firstMask;
        Arrays.fill(set, firstWord + 1, lastWord, -1L);
        set[lastWord] |= lastMask;
    }
}
