package ganglion.hardware.activity;

import ganglion.hardware.placement.PlacedNetwork;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.parallel.TaskRunner;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks once through a run, tick by tick, and reports each tick to listeners, for any number of placements.
 *
 * <p>A spike makes one message per core that holds a target, its own core included (unicast, as on a mesh without
 * multicast). Messages and synaptic operations belong to the tick of the spike, wherever the chip implements the delay; the
 * neuron's update belongs to the tick of arrival.
 */
public final class ActivityWalk {

    /** Blocks of fewer spikes are not worth waking threads for. */
    private static final int SPIKES_WORTH_THREADS = 500;

    private final Network network;
    private final List<SpikeRaster> spikes;
    private final ActivityRule rule;
    private final TaskRunner runner;
    private final PopulationTally tally;
    private final List<Visitor> visitors = new ArrayList<>();

    private record Visitor(PlacedTick tick, List<TickListener> listeners) {

        void walk(TickBlock block) {
            for (int i = 0; i < block.ticks(); i++) {
                tick.set(block, i);
                for (TickListener listener : listeners) {
                    listener.tickEnded(tick);
                }
            }
        }
    }

    /**
     * Prepares a walk.
     *
     * @param spikes spikes of each population, by population index
     * @param rule decides which neurons are active
     */
    public ActivityWalk(Network network, List<SpikeRaster> spikes, ActivityRule rule) {
        this(network, spikes, rule, TaskRunner.SEQUENTIAL);
    }

    /** The same, with a runner that walks along several placements at the same time. */
    public ActivityWalk(Network network, List<SpikeRaster> spikes, ActivityRule rule, TaskRunner runner) {
        this.network = network;
        this.spikes = spikes;
        this.rule = rule;
        this.runner = runner;
        this.tally = new PopulationTally(network);
    }

    /** Adds listeners to a placement of the same network; they are called in the given order, by one thread at a time. */
    public void visit(PlacedNetwork placed, List<TickListener> listeners) {
        visitors.add(new Visitor(new PlacedTick(placed, tally), List.copyOf(listeners)));
    }

    /**
     * Walks through all ticks.
     *
     * @param ticks spikes from this tick on are left out
     */
    public void walk(long ticks) {
        TickBlock block = new TickBlock(network);
        for (long tick = 0; tick < ticks; tick += block.ticks()) {
            block.next(spikes, ticks);
            TaskRunner of = block.firedCount() < SPIKES_WORTH_THREADS ? TaskRunner.SEQUENTIAL : runner;
            rule.mark(block);
            for (int i = 0; i < block.ticks(); i++) {
                if (!block.isIdle(i)) {
                    block.count(i, tally);
                }
            }
            of.run(visitors.size(), v -> visitors.get(v).walk(block));
        }
    }

    /** Receives the activity of a chip, tick by tick. */
    public interface TickListener {

        /** A tick is over. The argument describes this tick and is reused for the next. */
        void tickEnded(PlacedTick tick);
    }

    /**
     * Decides which neurons are active in a tick: those that a chip updates in full. Called once per tick, in order,
     * starting with tick 0. Not thread safe: for one walk.
     */
    public interface ActivityRule {

        /**
         * The active neurons of a tick, inputs never among them.
         *
         * @param fired network-wide numbers of the neurons that fire in this tick, inputs included, in the first {@code count}
         *     elements
         * @return bit {@code n % 64} of element {@code n / 64} for the neuron of network-wide number {@code n}, valid until the
         *     next call; null if no neuron is active
         */
        long[] activeAt(long tick, int[] fired, int count);

        /** Marks the active neurons of all ticks of a block, of block after block. */
        default void mark(TickBlock block) {
            for (int i = 0; i < block.ticks(); i++) {
                int[] fired = block.fired(i);
                long[] active = activeAt(block.tick(i), fired, fired.length);
                if (active != null) {
                    System.arraycopy(active, 0, block.mark(i), 0, active.length);
                }
            }
        }
    }
}
