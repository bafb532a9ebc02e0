package ganglion.cli.option;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.Suggestions;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.nodes.PlacementOfCores;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

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
            names = "--placement-of-cores",
            paramLabel = "WORD",
            converter = PlacementWord.class,
            description =
                    "With --nodes: 'delays' gives nodes whole populations so that delays between nodes are long, where that gains "
                            + "anything; 'contiguous' gives each an equal share of every population. Default: delays. Changes no "
                            + "result.")
    private PlacementOfCores placement;

    @Mixin
    private ConnectionOptions connection;

    /** Whether a run is to be spread at all. */
    public boolean isGiven() {
        return nodes != null
                || cluster != null
                || placement != null
                || connection.listen().isPresent()
                || connection.tls().isPresent();
    }

    /** Number of nodes, if it was given. */
    public Optional<Integer> nodes() {
        return Optional.ofNullable(nodes);
    }

    /** Where nodes have joined; empty to start them here. */
    public Optional<HostPort> cluster() {
        return Optional.ofNullable(cluster);
    }

    /** How this process can be reached. */
    public ConnectionOptions connection() {
        return connection;
    }

    /** Which node has which neurons. */
    public PlacementOfCores placement() {
        return placement == null ? PlacementOfCores.DELAYS : placement;
    }

    /** @throws InputException if the options do not go with each other or with what is to be run */
    public void check(List<Scenario> scenarios, boolean severalRuns) throws InputException {
        if (!isGiven()) {
            return;
        }
        String option = "--nodes";
        if (cluster == null
                && (connection.listen().isPresent() || connection.tls().isPresent())) {
            throw refused(connection.listen().isPresent() ? "--listen" : "--tls", "no --cluster, expected one");
        }
        if (cluster != null && nodes == null) {
            throw refused("--cluster", "no --nodes, expected the number of nodes");
        }
        if (placement != null && nodes == null) {
            throw refused("--placement-of-cores", "no --nodes, expected the number of nodes");
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

    /** A way to place cores. */
    public static final class PlacementWord implements ITypeConverter<PlacementOfCores> {

        @Override
        public PlacementOfCores convert(String text) {
            return PlacementOfCores.of(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "found '" + text + "', expected one of " + String.join(", ", PlacementOfCores.words())
                                    + Suggestions.hint(text, PlacementOfCores.words())));
        }
    }
}
