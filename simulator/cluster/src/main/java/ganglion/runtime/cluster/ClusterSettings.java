package ganglion.runtime.cluster;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How a process takes part in a cluster.
 *
 * @param version of the program; nodes of another are refused
 * @param host address that it listens on; others must reach it under the same
 * @param port that it listens on; 0 for any that is free
 * @param join where others can be reached, as {@code HOST:PORT}; empty for the first process of a cluster
 * @param threads hosts that it offers, at least 1
 * @param tls folder with {@value #KEY}, {@value #CERTIFICATE} and {@value #AUTHORITY} (PEM): connections are encrypted, and both sides
 *     must have a certificate of this authority; empty for neither
 */
public record ClusterSettings(
        String version, String host, int port, List<String> join, int threads, Optional<Path> tls) {

    /** File of the private key: RSA, not encrypted. */
    public static final String KEY = "tls.key";

    /** File of the certificate that goes with the key. */
    public static final String CERTIFICATE = "tls.crt";

    /** File of the certificate of the authority that has issued the other. */
    public static final String AUTHORITY = "ca.crt";

    /** The address of this machine that no other can reach. */
    public static final String LOOPBACK = "127.0.0.1";

    public ClusterSettings {
        join = List.copyOf(join);
    }

    /** What a process of these settings looks for where it joins. */
    public String expectedThere() {
        return "expected a 'ganglion node' there "
                + (tls.isPresent() ? "that has a certificate of the same authority" : "without --tls, as here");
    }

    /** The same with other places to join. */
    public ClusterSettings joining(Collection<String> places) {
        return new ClusterSettings(version, host, port, List.copyOf(places), threads, tls);
    }

    /** A process that other processes of this machine can reach. */
    public static ClusterSettings onThisMachine(String version, List<String> join, int threads) {
        return new ClusterSettings(version, LOOPBACK, 0, join, threads, Optional.empty());
    }
}
