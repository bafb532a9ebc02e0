package ganglion.hardware.activity;

import ganglion.hardware.placement.TargetWords;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Synapses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where the spikes of projections arrive whose synapses have different delays: the sets of later ticks are kept until their tick
 * comes. Not thread safe.
 */
final class PendingArrivals {

    private final Network network;
    private final int words;
    private final List<List<Row>> rowsBySource = new ArrayList<>();
    private final Map<Long, long[]> byTick = new HashMap<>();
    private final Deque<long[]> spare = new ArrayDeque<>();

    /** The set used last: spikes of one tick mostly arrive together. */
    private long[] lastSet;

    private long lastTick = -1;
    private boolean isEmpty = true;

    /** The targets of a projection. */
    private interface Row {
        void mark(long tick, int source);
    }

    PendingArrivals(Network network) {
        this.network = network;
        this.words = (network.neuronCount() + Long.SIZE - 1) / Long.SIZE;
        network.populations().forEach(population -> rowsBySource.add(new ArrayList<>()));
    }

    /** Whether there is no projection. */
    boolean isEmpty() {
        return isEmpty;
    }

    /** Adds a projection whose targets are bits of words. */
    void add(int sourcePopulation, TargetWords targets) {
        isEmpty = false;
        rowsBySource.get(sourcePopulation).add((tick, source) -> {
            for (int entry = targets.first(source); entry < targets.first(source + 1); entry++) {
                at(tick + targets.delayTicks(entry))[targets.word(entry)] |= targets.mask(entry);
            }
        });
    }

    /** Adds a projection synapse by synapse. */
    void add(int sourcePopulation, Synapses synapses, int firstTarget) {
        isEmpty = false;
        rowsBySource.get(sourcePopulation).add((tick, source) -> {
            int degree = synapses.outDegree(source);
            for (int i = 0; i < degree; i++) {
                int target = firstTarget + synapses.target(source, i);
                at(tick + synapses.delayTicks(source, i))[target >> 6] |= 1L << target;
            }
        });
    }

    /** A neuron fires. */
    void fired(long tick, int neuron) {
        int population = network.populationOf(neuron);
        List<Row> rows = rowsBySource.get(population);
        for (int k = 0; k < rows.size(); k++) {
            rows.get(k).mark(tick, neuron - network.firstNeuron(population));
        }
    }

    /** Marks what arrives in a tick, in a set that is asked for only if something does; called once for each tick, in order. */
    void take(long tick, Supplier<long[]> set) {
        long[] reached = byTick.remove(tick);
        if (reached == null) {
            return;
        }
        long[] marks = set.get();
        for (int word = 0; word < words; word++) {
            marks[word] |= reached[word];
            reached[word] = 0;
        }
        spare.push(reached);
        lastTick = -1;
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
}
