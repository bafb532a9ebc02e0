package ganglion.scenario.nodes.command;

import ganglion.cli.option.MachineOptions;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.LogSetup;
import ganglion.cli.terminal.Version;
import ganglion.documents.InputException;
import ganglion.runtime.cluster.ClusterException;
import ganglion.runtime.cluster.ClusterNews;
import ganglion.runtime.cluster.ClusterNode;
import ganglion.runtime.cluster.ClusterSettings;
import ganglion.scenario.nodes.NodeNetworks;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ganglion node}. */
@Command(
        name = NodeCommand.NAME,
        header = "Offers this machine to runs on several machines.",
        description =
                "Waits for runs that 'ganglion run --cluster' spreads over all nodes, until it is stopped. The first"
                        + " node of a cluster needs no --join. By default it listens on 127.0.0.1:2550, with --join on a"
                        + " free port: only this machine can reach it.",
        footer = {
            "  ganglion node --listen 192.168.0.10:2550",
            "  ganglion node --listen 192.168.0.11:2550 --join 192.168.0.10:2550",
            "  ganglion run a.yaml --cluster 192.168.0.10:2550 --listen 192.168.0.12:0 --nodes 3"
        })
public final class NodeCommand implements Callable<Integer> {

    /** The name of the verb. */
    public static final String NAME = "node";

    private static final int FIRST_PORT = 2550;

    private static final String GREETING = "ganglion: node at ";

    private final Console console;

    @Mixin
    private ConnectionOptions connection;

    @Option(
            names = "--join",
            paramLabel = "HOST:PORT",
            converter = HostPort.OfOther.class,
            description = "A node of the cluster that this one joins.")
    private HostPort join;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = MachineOptions.ThreadCount.class,
            description =
                    "Number of threads that it offers, from 1 to 1024; by default one per processor. A run uses as"
                            + " many on each node as its own --threads says.")
    private Integer threads;

    @Option(
            names = "--scenarios",
            paramLabel = "DIR",
            description = "Folder that has the scenarios and their files, at the same paths as where they are run; by"
                    + " default the working folder. It takes no scenario from outside.")
    private Path scenarios = Path.of("");

    @Option(names = "--until-input-ends", hidden = true, description = "End when standard input ends.")
    private boolean untilInputEnds;

    private boolean hasBeenMember;

    /** Whether it has said that it looks for its cluster. */
    private boolean looks;

    /** @param console to print on */
    public NodeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException {
        LogSetup.prepare();
        if (join != null && !join.isFound()) {
            throw new InputException("--join", "found no address of the name " + join.host());
        }
        if (!Files.isDirectory(scenarios.toAbsolutePath())) {
            throw new InputException(
                    "--scenarios", "found " + scenarios + ", expected a folder that has the scenarios");
        }
        if (untilInputEnds) {
            endWithInput();
        }
        HostPort place =
                connection.listen().orElse(new HostPort(ClusterSettings.LOOPBACK, join == null ? FIRST_PORT : 0));
        int count = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        ClusterSettings settings = new ClusterSettings(
                new Version().number(),
                place.host(),
                place.port(),
                join == null ? List.of() : List.of(join.toString()),
                count,
                connection.tls());
        try {
            ClusterSettings next = settings;
            while (true) {
                next = settings.joining(serve(next));
            }
        } catch (ClusterException e) {
            throw new InputException(connection.names(), e.getMessage());
        }
    }

    /**
     * Is a node until it is taken out of its cluster, or has found none.
     *
     * @return where it may find the others again: it never begins a second cluster beside the one that it was in
     */
    private List<String> serve(ClusterSettings settings) throws InputException {
        // What a run has started says nothing that the run does not say itself.
        Consumer<ClusterNews> watch =
                untilInputEnds ? news -> {} : news -> console.errorLine("ganglion: " + news.line());
        try (ClusterNode node = ClusterNode.start(settings, new NodeNetworks(scenarios, settings.threads()), watch)) {
            greet(node, settings);
            Thread leave = new Thread(node::close, "ganglion-leave");
            if (!untilInputEnds) {
                unlessEnding(() -> Runtime.getRuntime().addShutdownHook(leave));
            }
            node.awaitEnd();
            if (!untilInputEnds) {
                unlessEnding(() -> Runtime.getRuntime().removeShutdownHook(leave));
            }
            if (node.hasJoined()) {
                hasBeenMember = true;
                looks = false;
                console.errorLine("ganglion: node: the cluster has given this node up, which joins it again");
                Set<String> others = new TreeSet<>(node.known());
                others.addAll(settings.join());
                others.remove(node.address());
                return List.copyOf(others);
            }
            String places = String.join(", ", settings.join());
            if (!hasBeenMember) {
                throw new InputException(
                        "--join", "found no cluster at " + places + " in 20 s, " + settings.expectedThere());
            }
            if (!looks) {
                looks = true;
                console.errorLine("ganglion: node: finds none of its cluster at " + places + ", and goes on looking");
            }
            return settings.join();
        }
    }

    private void greet(ClusterNode node, ClusterSettings settings) {
        List<String> others = settings.join();
        console.out()
                .println(GREETING
                        + node.address()
                        + (others.isEmpty() ? ", the first of its cluster" : ", joining " + String.join(", ", others)));
        console.out().flush();
    }

    /** Changes the shutdown hooks. If a signal is ending the process already, the hooks leave the cluster, and this thread waits. */
    private static void unlessEnding(Runnable change) {
        try {
            change.run();
        } catch (IllegalStateException ending) {
            park();
        }
    }

    /** Lets the virtual machine end by itself. */
    private static void park() {
        while (true) {
            LockSupport.park();
        }
    }

    /** Where a node is that has printed a line. */
    static Optional<String> placeIn(String line) {
        return line.startsWith(GREETING)
                ? Optional.of(line.substring(GREETING.length()).split(",")[0])
                : Optional.empty();
    }

    /** Ends this process with its standard input, which the run that started it holds open. */
    private static void endWithInput() {
        // Ctrl-C reaches all processes of a terminal. The run stops first, and still needs its nodes for that.
        Runtime.getRuntime().addShutdownHook(new Thread(NodeCommand::park, "ganglion-hold"));
        Thread watch = new Thread(
                () -> {
                    try (InputStream in = System.in) {
                        in.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException e) {
                        // the same as its end
                    }
                    Runtime.getRuntime().halt(ExitCode.FINE.number());
                },
                "ganglion-input");
        watch.setDaemon(true);
        watch.start();
    }
}
