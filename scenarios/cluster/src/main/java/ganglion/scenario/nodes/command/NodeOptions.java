package ganglion.scenario.nodes.command;

import ganglion.cli.option.MachineOptions;
import ganglion.cli.verb.RunBackend;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.runtime.cluster.ClusterException;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that spread a run over several processes or machines. They change no result. */
public final class NodeOptions implements RunBackend {

    /** Most nodes: more than clusters of this kind have. */
    public static final int MOST_NODES = 1000;

    @Option(
            names = "--nodes",
            paramLabel = "N",
            converter = NodeCount.class,
            description =
                    "Spread the run over N nodes: processes of this machine, this one included; with --cluster those"
                            + " that have joined. Changes no result.")
    private Integer nodes;

    @Option(
            names = "--cluster",
            paramLabel = "HOST:PORT",
            converter = HostPort.OfOther.class,
            description = "Spread the run over machines that 'ganglion node' offers there.")
    private HostPort cluster;

    @Mixin
    private ConnectionOptions connection;

    @Override
    public boolean isGiven() {
        return nodes != null
                || cluster != null
                || connection.listen().isPresent()
                || connection.tls().isPresent();
    }

    /** Number of nodes, if it was given. */
    Optional<Integer> nodes() {
        return Optional.ofNullable(nodes);
    }

    /** Where nodes have joined; empty to start them here. */
    Optional<HostPort> cluster() {
        return Optional.ofNullable(cluster);
    }

    /** How this process can be reached. */
    ConnectionOptions connection() {
        return connection;
    }

    @Override
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
        if (scenarios.size() > 1) {
            throw refused(option, scenarios.size() + " scenarios, expected one");
        }
        if (severalRuns) {
            throw refused(option, "a scenario with several runs, expected --point to choose one");
        }
    }

    /** Nodes that are processes of this machine share its processors. */
    @Override
    public ScenarioRun run(Call call, Simulation simulation) throws InputException, OutputException {
        RunSettings settings = call.machine().settingsOfEach(cluster == null ? nodes().orElse(1) : 1);
        RunProgress progress = call.progress();
        progress.advanced("waiting for nodes", 0);
        try (SpreadRun spread =
                new SpreadRun(this, settings.threads(), call.console(), call.main(), progress::stopRequested)) {
            return simulation.on(spread.team(), settings);
        } catch (ClusterException e) {
            call.lost().run();
            throw new InputException(cluster != null ? "--cluster" : "--nodes", e.getMessage());
        }
    }

    private static InputException refused(String option, String found) {
        return new InputException(option, "found " + found);
    }

    /** A number of nodes. */
    public static final class NodeCount implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String text) {
            return MachineOptions.fromOneTo(MOST_NODES, text);
        }
    }
}
