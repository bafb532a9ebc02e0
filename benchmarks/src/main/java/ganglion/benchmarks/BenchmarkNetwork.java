package ganglion.benchmarks;

import ganglion.kernel.network.Network;
import ganglion.kernel.parallel.TaskRunner;

/** A network to run. */
interface BenchmarkNetwork {

    /** Builds the network. */
    Network network(TaskRunner runner);

    /** Length of the run. */
    long ticks();

    /** Length of a tick in seconds. */
    double tickSeconds();

    /** Number of spikes that must come out, inputs included; -1 if nobody else has counted them. */
    default long expectedSpikes() {
        return -1;
    }

    /** {@link MeasuringProcess.RasterHash} of the spikes that the C reference finds; empty if it has not been asked. */
    default String expectedHash() {
        return "";
    }
}
