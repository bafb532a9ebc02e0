package ganglion.hardware.activity;

import ganglion.hardware.activity.ActivityWalk.ActivityRule;
import ganglion.hardware.placement.TargetLists;
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

/** A neuron is active in a tick if an input reaches it, even one of weight zero, or if it fires. */
public final class ArrivalRule implements ActivityRule {

    private final int[] populationOf;
    private final int[] firstNeuron;
    private final boolean[] isInput;
    private final List<List<Reach>> reachBySource = new ArrayList<>();

    /** The neurons that spikes under way are going to reach, by tick. */
    private final Map<Long, long[]> underWay = new HashMap<>();

    private final Deque<long[]> spare = new ArrayDeque<>();
    private long[] current;

    /** Marks what a spike of a source reaches. */
    private interface Reach {
        void mark(long tick, int source);
    }

    /** A rule for one walk through a run of a network. */
    public ArrivalRule(Network network, List<SpikeRaster> spikes) {
        int populations = network.populations().size();
        current = new long[(network.neuronCount() + Long.SIZE - 1) / Long.SIZE];
        populationOf = new int[network.neuronCount()];
        firstNeuron = new int[populations];
        isInput = new boolean[populations];
        for (int p = 0; p < populations; p++) {
            firstNeuron[p] = network.firstNeuron(p);
            Arrays.fill(populationOf, firstNeuron[p], network.firstNeuron(p + 1), p);
            isInput[p] = !network.population(p).model().takesInput();
            reachBySource.add(new ArrayList<>());
        }
        for (Projection projection : network.projections()) {
            if (projection.synapses().count() > 0) {
                int source = network.index(projection.source());
                reachBySource
                        .get(source)
                        .add(reach(network, projection, spikes.get(source).size()));
            }
        }
    }

    private Reach reach(Network network, Projection projection, int spikes) {
        Synapses synapses = projection.synapses();
        TargetLists lists = new TargetLists(network, projection);
        int first = network.firstNeuron(network.index(projection.target()));
        int firstWord = first >> 6;
        int width = (first + synapses.targetSize() - 1 >> 6) - firstWord + 1;
        int delay = synapses.smallestDelayTicks();
        // All sources of a dense projection have the row of the first.
        boolean dense = synapses instanceof DenseSynapses;
        int rows = dense ? 1 : synapses.sourceSize();
        boolean pays = spikes >= rows && (long) rows * width <= synapses.count();
        if (pays && delay == synapses.largestDelayTicks()) {
            long[] bits = new long[Math.multiplyExact(rows, width)];
            for (int row = 0; row < rows; row++) {
                int at = row * width - firstWord;
                lists.visit(row, (ticks, targets, count) -> {
                    for (int i = 0; i < count; i++) {
                        bits[at + (targets[i] >> 6)] |= 1L << targets[i];
                    }
                });
            }
            return (tick, source) -> {
                long[] set = at(tick + delay);
                int at = dense ? 0 : source * width;
                for (int i = 0; i < width; i++) {
                    set[firstWord + i] |= bits[at + i];
                }
            };
        }
        return (tick, source) -> lists.visit(source, (ticks, targets, count) -> {
            long[] set = at(tick + ticks);
            for (int i = 0; i < count; i++) {
                set[targets[i] >> 6] |= 1L << targets[i];
            }
        });
    }

    private long[] at(long tick) {
        return underWay.computeIfAbsent(tick, t -> spare.isEmpty() ? new long[current.length] : spare.pop());
    }

    @Override
    public long[] activeAt(long tick, int[] fired, int count) {
        Arrays.fill(current, 0);
        spare.push(current);
        current = at(tick);
        underWay.remove(tick);
        for (int i = 0; i < count; i++) {
            int population = populationOf[fired[i]];
            for (Reach reach : reachBySource.get(population)) {
                reach.mark(tick, fired[i] - firstNeuron[population]);
            }
            if (!isInput[population]) {
                current[fired[i] >> 6] |= 1L << fired[i];
            }
        }
        return Arrays.stream(current).anyMatch(word -> word != 0) ? current : null;
    }
}
