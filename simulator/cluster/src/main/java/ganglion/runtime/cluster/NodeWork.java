package ganglion.runtime.cluster;

import ganglion.kernel.core.HostedNeurons;
import java.util.List;

/**
 * What a node of a run has, and has done since the run began, or last went on from an earlier state.
 *
 * @param name its address as {@code HOST:PORT}, or that it is the process that conducts the run
 * @param threads that run its cores
 * @param cores number of its cores
 * @param neurons which of each population, in the order of populations; those of none are left out
 * @param synapses number of the synapses that end on them
 * @param synapticEvents weights applied
 * @param busySeconds in which a thread of it worked, on average
 * @param waitingSeconds in which a thread of it could do nothing but wait for others, on average
 */
public record NodeWork(
        String name,
        int threads,
        int cores,
        List<HostedNeurons> neurons,
        long synapses,
        long synapticEvents,
        double busySeconds,
        double waitingSeconds) {

    public NodeWork {
        neurons = List.copyOf(neurons);
    }

    /** Share of its time in which it waits, from 0 to 1. */
    public double waitingShare() {
        double all = busySeconds + waitingSeconds;
        return all > 0 ? waitingSeconds / all : 0;
    }
}
