package ganglion.hardware.activity;

import ganglion.hardware.placement.PlacedNetwork;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Walks once through a run, tick by tick, and reports each tick to listeners, for any number of placements.
 *
 * <p>A spike makes one message per core that holds a target, its own core included (unicast, as on a mesh without
 * multicast). Messages and synaptic operations belong to the tick of the spike, wherever the chip implements the delay; the
 * neuron's update belongs to the tick of arrival.
 */
public final class ActivityWalk {

    private final Network network;
    private final List<SpikeRaster> spikes;
    private final ActivityRule rule;
    private final PopulationTally tally;
    private final List<Visitor> visitors = new ArrayList<>();
    private int[] fired = new int[64];
    private int firedCount;

    private record Visitor(PlacedTick tick, List<TickListener> listeners) {}

    /**
     * Prepares a walk.
     *
     * @param spikes spikes of each population, by population index
     * @param rule decides which neurons are active
     */
    public ActivityWalk(Network network, List<SpikeRaster> spikes, ActivityRule rule) {
        this.network = network;
        this.spikes = spikes;
        this.rule = rule;
        this.tally = new PopulationTally(network);
    }

    /** Adds listeners to a placement of the same network; they are called in the given order. */
    public void visit(PlacedNetwork placed, List<TickListener> listeners) {
        visitors.add(new Visitor(new PlacedTick(placed, tally), List.copyOf(listeners)));
    }

    /**
     * Walks through all ticks.
     *
     * @param ticks spikes from this tick on are left out
     */
    public void walk(long ticks) {
        int[] position = new int[spikes.size()];
        for (long tick = 0; tick < ticks; tick++) {
            firedCount = 0;
            for (int p = 0; p < position.length; p++) {
                position[p] = collect(tick, p, position[p]);
            }
            long[] active = rule.activeAt(tick, fired, firedCount);
            if (firedCount > 0 || active != null) {
                tally.count(fired, firedCount, active);
            }
            for (Visitor visitor : visitors) {
                visitor.tick().set(tick, fired, firedCount, active);
                for (TickListener listener : visitor.listeners()) {
                    listener.tickEnded(visitor.tick());
                }
            }
        }
    }

    private int collect(long tick, int population, int position) {
        SpikeRaster raster = spikes.get(population);
        int first = network.firstNeuron(population);
        int next = position;
        while (next < raster.size() && raster.tick(next) == tick) {
            if (firedCount == fired.length) {
                fired = Arrays.copyOf(fired, 2 * firedCount);
            }
            fired[firedCount++] = first + raster.neuron(next++);
        }
        return next;
    }
}
