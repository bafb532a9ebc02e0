package ganglion.cli.option;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.scenario.model.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** Options that spread a run over several processes or machines. They change no result. */
public final class NodeOptions {

    /** Most nodes: more than clusters of this kind have. */
    public static final int MOST_NODES = 1000;

    @Option(
            names = "--nodes",
            paramLabel = "N",
            converter = NodeCount.class,
            description =
                    "Spread the run over N nodes: processes of this machine, this one included; with --cluster those that have "
                            + "joined. Changes no result.")
    private Integer nodes;

    @Option(
            names = "--cluster",
            paramLabel = "HOST:PORT",
            converter = HostPort.OfOther.class,
            description = "Spread the run over machines that 'ganglion node' offers there.")
    private HostPort cluster;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            converter = HostPort.Reader.class,
            description =
                    "With --cluster: address of this machine at which the nodes reach it; by default only this machine can.")
    private HostPort listen;

    @Option(
            names = "--tls",
            paramLabel = "DIR",
            description =
                    "With --cluster: folder with tls.key, tls.crt and ca.crt, for connections that are encrypted and authenticated.")
    private Path tls;

    /** Whether a run is to be spread at all. */
    public boolean isGiven() {
        return nodes != null || cluster != null || listen != null || tls != null;
    }

    /** Number of nodes, if it was given. */
    public Optional<Integer> nodes() {
        return Optional.ofNullable(nodes);
    }

    /** Where nodes have joined; empty to start them here. */
    public Optional<HostPort> cluster() {
        return Optional.ofNullable(cluster);
    }

    /** Where this process listens, if it was given. */
    public Optional<HostPort> listen() {
        return Optional.ofNullable(listen);
    }

    /** Keys and certificates, if connections are to be encrypted. */
    public Optional<Path> tls() {
        return Optional.ofNullable(tls);
    }

    /** @throws InputException if the options do not go with each other or with what is to be run */
    public void check(List<Scenario> scenarios, boolean severalRuns) throws InputException {
        if (!isGiven()) {
            return;
        }
        String option = "--nodes";
        if (cluster == null && (listen != null || tls != null)) {
            throw refused(listen != null ? "--listen" : "--tls", "no --cluster, expected one");
        }
        if (cluster != null && nodes == null) {
            throw refused("--cluster", "no --nodes, expected the number of nodes");
        }
        if (scenarios.size() > 1) {
            throw refused(option, scenarios.size() + " scenarios, expected one");
        }
        if (severalRuns) {
            throw refused(option, "a scenario with several runs, expected --point to choose one");
        }
    }

    private static InputException refused(String option, String found) {
        return new InputException(new Problem(option, 0, "", "found " + found));
    }

    /** A number of nodes. */
    public static final class NodeCount implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String text) {
            return MachineOptions.fromOneTo(MOST_NODES, text);
        }
    }
}
