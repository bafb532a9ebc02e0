package ganglion.runtime.cluster;

import java.util.List;

/**
 * How a process takes part in a cluster.
 *
 * @param version of the program; nodes of another are refused
 * @param host address that it listens on; others must reach it under the same
 * @param port that it listens on; 0 for any that is free
 * @param join where others can be reached, as {@code HOST:PORT}; empty for the first process of a cluster
 * @param threads hosts that it offers, at least 1
 */
public record ClusterSettings(String version, String host, int port, List<String> join, int threads) {

    /** The address of this machine that no other can reach. */
    public static final String LOOPBACK = "127.0.0.1";

    public ClusterSettings {
        join = List.copyOf(join);
    }

    /** A process that other processes of this machine can reach. */
    public static ClusterSettings onThisMachine(String version, List<String> join, int threads) {
        return new ClusterSettings(version, LOOPBACK, 0, join, threads);
    }
}
