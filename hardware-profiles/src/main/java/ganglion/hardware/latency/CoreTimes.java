package ganglion.hardware.latency;

import ganglion.hardware.activity.PlacedTick;
import ganglion.hardware.placement.Cells;
import ganglion.hardware.placement.FanOut;
import ganglion.hardware.placement.PlacedNetwork;
import ganglion.hardware.placement.Placement;
import java.util.Arrays;

/** Time that each core spends sending and receiving in one tick, without waiting for other cores. Not thread safe. */
final class CoreTimes {

    private final PlacedNetwork placed;
    private final OperationTimes times;
    private final boolean withPaths;
    private final double[] quiet;
    private final double[] sending;
    private final double[] receiving;
    private double longestPath;

    /** @param withPaths whether {@link #longestPath} is asked for */
    CoreTimes(PlacedNetwork placed, OperationTimes times, boolean withPaths) {
        this.placed = placed;
        this.times = times;
        this.withPaths = withPaths;
        this.quiet = times.quietSeconds();
        this.sending = new double[quiet.length];
        this.receiving = new double[quiet.length];
    }

    /** Updates of neurons and sending of messages, by core. */
    double[] sending() {
        return sending;
    }

    /** Receiving of messages and synaptic operations, by core. */
    double[] receiving() {
        return receiving;
    }

    /** The longest path of a message through the mesh. */
    double longestPath() {
        return longestPath;
    }

    /** The times of cores in a tick without any activity. */
    double[] quiet() {
        return quiet;
    }

    void measure(PlacedTick tick) {
        System.arraycopy(quiet, 0, sending, 0, quiet.length);
        Arrays.fill(receiving, 0);
        longestPath = 0;
        Cells cells = placed.cells();
        for (int cell = 0; cell < cells.count(); cell++) {
            int active = tick.activeInCell(cell);
            if (active > 0) {
                int fired = tick.firedInCell(cell);
                sending[cells.core(cell)] += (active - fired) * (times.active(cell) - times.idle(cell))
                        + fired * (times.firing(cell) - times.idle(cell));
            }
        }
        for (int i = 0; i < tick.firedCount(); i++) {
            addSpike(tick.fired(i));
        }
    }

    private void addSpike(int neuron) {
        FanOut fanOut = placed.fanOut();
        Placement placement = placed.placement();
        int core = placement.coreOfNeuron()[neuron];
        int first = fanOut.first(neuron);
        int last = fanOut.first(neuron + 1);
        if (core != Placement.OUTSIDE) {
            sending[core] += (last - first) * times.messageOut();
        }
        for (int message = first; message < last; message++) {
            receiving[fanOut.core(message)] += times.processing(message);
        }
        for (int message = first; withPaths && message < last; message++) {
            longestPath = Math.max(longestPath, times.path(neuron, message, placement));
        }
    }
}
