package ganglion.hardware.activity;

import ganglion.hardware.placement.FanOut;
import ganglion.hardware.placement.Placement;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Walks through a run tick by tick and tells listeners what the chip does.
 *
 * <p>A spike makes one message for each core that holds a target, its own core included (unicast, as on a mesh without
 * multicast). Message and synaptic operations belong to the tick of the spike, wherever the delay is waited for; the
 * neuron's update belongs to the tick of arrival. A neuron is active in a tick if an input reaches it or it fires.
 */
public final class ActivityWalk {

    private final Network network;
    private final List<SpikeRaster> spikes;
    private final Placement placement;
    private final FanOut fanOut;
    private final CoreLoads loads;
    private final ArrivalSets arrivals = new ArrivalSets();
    private final List<List<Outlet>> outletsByPopulation = new ArrayList<>();
    private final List<ActivityListener> listeners;

    private record Outlet(Synapses synapses, int firstTarget) {}

    private ActivityWalk(
            Network network, List<SpikeRaster> spikes, Placement placement, List<ActivityListener> listeners) {
        this.network = network;
        this.spikes = spikes;
        this.placement = placement;
        this.fanOut = new FanOut(network, placement);
        this.loads = new CoreLoads(placement);
        this.listeners = listeners;
        network.populations().forEach(population -> outletsByPopulation.add(new ArrayList<>()));
        for (Projection projection : network.projections()) {
            int firstTarget = network.firstNeuron(network.index(projection.target()));
            outletsByPopulation
                    .get(network.index(projection.source()))
                    .add(new Outlet(projection.synapses(), firstTarget));
        }
    }

    /**
     * Walks through all ticks of a run.
     *
     * @param spikes what each population fired, by population index
     * @param ticks spikes from this tick on are left out
     * @param placement of the same network
     */
    public static void walk(
            Network network,
            List<SpikeRaster> spikes,
            long ticks,
            Placement placement,
            List<ActivityListener> listeners) {
        new ActivityWalk(network, spikes, placement, listeners).walk(ticks);
    }

    private void walk(long ticks) {
        int[] position = new int[spikes.size()];
        for (long tick = 0; tick < ticks; tick++) {
            for (int p = 0; p < position.length; p++) {
                SpikeRaster raster = spikes.get(p);
                while (position[p] < raster.size() && raster.tick(position[p]) == tick) {
                    fire(tick, p, raster.neuron(position[p]++));
                }
            }
            countActive(tick);
            for (ActivityListener listener : listeners) {
                listener.tickEnded(tick, loads);
            }
            loads.clear();
        }
    }

    private void fire(long tick, int population, int neuron) {
        int number = network.firstNeuron(population) + neuron;
        int core = placement.coreOfNeuron()[number];
        if (core == Placement.OUTSIDE) {
            loads.addInputSpike();
        } else {
            loads.addSpike(core);
            arrivals.mark(tick, number);
        }
        for (int i = 0; i < fanOut.cores(number); i++) {
            loads.addMessage(core, fanOut.core(number, i), fanOut.synapses(number, i));
            for (ActivityListener listener : listeners) {
                listener.message(core, fanOut.core(number, i), fanOut.synapses(number, i));
            }
        }
        for (Outlet outlet : outletsByPopulation.get(population)) {
            arrivals.mark(tick, outlet.synapses(), neuron, outlet.firstTarget());
        }
    }

    private void countActive(long tick) {
        BitSet active = arrivals.take(tick);
        if (active == null) {
            return;
        }
        for (int neuron = active.nextSetBit(0); neuron >= 0; neuron = active.nextSetBit(neuron + 1)) {
            int core = placement.coreOfNeuron()[neuron];
            if (core != Placement.OUTSIDE) {
                loads.addActiveNeuron(core);
            }
        }
        arrivals.giveBack(active);
    }
}
