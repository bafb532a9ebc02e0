package ganglion.hardware.activity;

import ganglion.hardware.activity.ActivityWalk.ActivityRule;
import ganglion.hardware.placement.NetworkTargets;
import ganglion.hardware.placement.TargetWords;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.parallel.TaskRunner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A neuron is active in a tick if an input reaches it, even one of weight zero, or if it fires. */
public final class ArrivalRule implements ActivityRule {

    /** Tasks per thread, so that a thread that gets the busy ticks does not keep the others waiting. */
    private static final int TASKS_PER_THREAD = 4;

    private final long[] current;
    private final boolean[] isInput;
    private final int[] populationOf;
    private final List<CommonDelayArrivals> arrivals = new ArrayList<>();
    private final PendingArrivals pending;

    /** A rule for one walk through a run of a network. */
    public ArrivalRule(Network network, List<SpikeRaster> spikes) {
        this(new NetworkTargets(network), spikes);
    }

    /** A rule that shares the tables of a network. */
    public ArrivalRule(NetworkTargets targets, List<SpikeRaster> spikes) {
        Network network = targets.network();
        current = new long[(network.neuronCount() + Long.SIZE - 1) / Long.SIZE];
        populationOf = new int[network.neuronCount()];
        isInput = new boolean[network.populations().size()];
        pending = new PendingArrivals(network);
        for (int p = 0; p < isInput.length; p++) {
            Arrays.fill(populationOf, network.firstNeuron(p), network.firstNeuron(p + 1), p);
            isInput[p] = !network.populations().get(p).model().takesInput();
        }
        for (Projection projection : network.projections()) {
            if (projection.synapses().count() > 0) {
                add(targets, projection, spikes.get(network.index(projection.source())));
            }
        }
    }

    private void add(NetworkTargets targets, Projection projection, SpikeRaster raster) {
        Network network = targets.network();
        int firstTarget = network.firstNeuron(network.index(projection.target()));
        Synapses synapses = projection.synapses();
        if (synapses instanceof DenseSynapses dense) {
            int untilTarget = firstTarget + dense.targetSize();
            arrivals.add(CommonDelayArrivals.ofRange(raster, dense.commonDelayTicks(), firstTarget, untilTarget));
            return;
        }
        // For few spikes, building a table costs more than it saves.
        boolean pays = targets.isKnown(projection) || raster.size() >= 2L * synapses.sourceSize();
        TargetWords words = pays ? targets.words(projection).orElse(null) : null;
        int delayTicks = words != null ? words.commonDelayTicks() : commonDelay(synapses);
        int source = network.index(projection.source());
        if (words != null && delayTicks > 0) {
            arrivals.add(CommonDelayArrivals.ofWords(raster, words, synapses.sourceSize()));
        } else if (words != null) {
            pending.add(source, words);
        } else if (delayTicks > 0) {
            arrivals.add(CommonDelayArrivals.ofSynapses(raster, delayTicks, synapses, firstTarget));
        } else {
            pending.add(source, synapses, firstTarget);
        }
    }

    /** Delay of all synapses; 0 if they differ. */
    private static int commonDelay(Synapses synapses) {
        int smallest = synapses.smallestDelayTicks();
        return smallest == synapses.largestDelayTicks() ? smallest : 0;
    }

    @Override
    public long[] activeAt(long tick, int[] fired, int count) {
        Arrays.fill(current, 0);
        for (int i = 0; i < count; i++) {
            pending.fired(tick, fired[i]);
            if (!isInput[populationOf[fired[i]]]) {
                current[fired[i] >> 6] |= 1L << fired[i];
            }
        }
        pending.take(tick, () -> current);
        arrivals.forEach(of -> of.mark(tick, () -> current));
        return Arrays.stream(current).anyMatch(word -> word != 0) ? current : null;
    }

    @Override
    public void mark(TickBlock block, TaskRunner runner) {
        if (!pending.isEmpty()) {
            markPending(block);
        }
        int tasks = Math.min(block.ticks(), TASKS_PER_THREAD * runner.parallelism());
        runner.run(tasks, task -> {
            int until = (int) ((long) block.ticks() * (task + 1) / tasks);
            for (int i = (int) ((long) block.ticks() * task / tasks); i < until; i++) {
                mark(block, i);
            }
        });
    }

    private void markPending(TickBlock block) {
        for (int i = 0; i < block.ticks(); i++) {
            int index = i;
            for (int k = 0; k < block.firedCount(i); k++) {
                pending.fired(block.tick(i), block.fired(i, k));
            }
            pending.take(block.tick(i), () -> block.mark(index));
        }
    }

    private void mark(TickBlock block, int index) {
        for (int k = 0; k < block.firedCount(index); k++) {
            int neuron = block.fired(index, k);
            if (!isInput[populationOf[neuron]]) {
                block.mark(index)[neuron >> 6] |= 1L << neuron;
            }
        }
        for (CommonDelayArrivals of : arrivals) {
            of.mark(block.tick(index), () -> block.mark(index));
        }
    }

    /**
     * Where the spikes of projections arrive whose synapses have different delays: the sets of later ticks are kept until their tick
     * comes. Not thread safe.
     */
    private static final class PendingArrivals {

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
}
