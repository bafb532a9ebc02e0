package ganglion.kernel;

import ganglion.kernel.network.Network;
import ganglion.kernel.neuron.WorkClock.Work;
import java.util.List;
import java.util.Map;

/** A network while it runs, wherever its cores are. To be asked only by the thread that drives its conductor. */
public interface RunningNetwork {

    /** Every tick before this one is complete. */
    long completedTicks();

    /**
     * What the engine has done so far. To be asked at rest. Of the spikes it counts those that {@link #takeSpikes} has handed over.
     */
    ActivityCounts currentActivity();

    /** Shares of the time of the cores that each work took; empty if that is not known here. To be asked at rest. */
    default Map<Work, Double> work() {
        return Map.of();
    }

    /** A view of the run after the last of its completed ticks. The run must be at rest. */
    RunSample sample();

    /** The weights of the plastic projections after the last of the completed ticks. The run must be at rest. */
    List<PlasticWeights> currentWeights();

    /**
     * The state of the run, from which it can be continued on any partition.
     *
     * @throws IllegalStateException unless the run is at rest
     * @throws UnsupportedOperationException if a neuron model cannot be saved
     */
    RunState state();

    /**
     * Hands over all spikes before the completed ticks that have not been handed over, and forgets them: neither the result nor a
     * state of the run has them any more, but for those that a state still needs.
     *
     * @param keepTicks for how long spikes are kept for a state: {@link Network#memoryTicks}, or 0 if none is taken any more
     */
    void takeSpikes(long keepTicks, SpikeConsumer consumer);
}
