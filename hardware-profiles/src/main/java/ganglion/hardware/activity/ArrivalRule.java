package ganglion.hardware.activity;

import ganglion.hardware.placement.NetworkTargets;
import ganglion.hardware.placement.TargetWords;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.parallel.TaskRunner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
}
