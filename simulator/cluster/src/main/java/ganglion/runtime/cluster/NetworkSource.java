package ganglion.runtime.cluster;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.NetworkSlice;

/**
 * Makes networks of jobs: what a job is, only the source and its sender know. Called in threads that may wait, and that are interrupted when
 * nobody wants the network any more.
 */
@FunctionalInterface
public interface NetworkSource {

    /**
     * Builds a part of the network of a job.
     *
     * @param job the same bytes on all nodes
     * @param slice what to build
     * @throws JobRefusedException if this node cannot build it
     */
    Network build(byte[] job, NetworkSlice slice) throws JobRefusedException;
}
