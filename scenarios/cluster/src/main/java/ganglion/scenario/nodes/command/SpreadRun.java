package ganglion.scenario.nodes.command;

import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.LogSetup;
import ganglion.cli.terminal.Version;
import ganglion.runtime.cluster.ClusterException;
import ganglion.runtime.cluster.ClusterLeader;
import ganglion.runtime.cluster.ClusterSettings;
import ganglion.scenario.nodes.NodeNetworks;
import ganglion.scenario.nodes.NodeTeam;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The nodes of a run: this process leads them, and has started the others or found them. Closing lets go of them; those that were
 * started end.
 */
final class SpreadRun implements AutoCloseable {

    /** A virtual machine takes seconds to start on a busy machine. */
    private static final int WAIT_SECONDS = 60;

    private static final int END_SECONDS = 5;

    private final ClusterLeader leader;
    private final NodeTeam team;
    private final List<Process> started = new ArrayList<>();
    private volatile boolean closing;

    /**
     * Brings the nodes together.
     *
     * @param threads of each node
     * @param console is told what happens in the cluster
     * @param main class whose main method runs a command line
     * @param stop whether to give up
     * @throws ClusterException if there are not enough nodes in time
     */
    SpreadRun(NodeOptions options, int threads, Console console, Class<?> main, BooleanSupplier stop) {
        LogSetup.prepare();
        options.cluster().filter(place -> !place.isFound()).ifPresent(place -> {
            throw new ClusterException("found no address of the name " + place.host());
        });
        boolean alone = options.cluster().isEmpty();
        Path root = alone ? Path.of("").toAbsolutePath().getRoot() : Path.of("").toAbsolutePath();
        String version = new Version().number();
        HostPort listen = options.connection().listen().orElse(new HostPort(ClusterSettings.LOOPBACK, 0));
        List<String> join = options.cluster().map(HostPort::toString).stream().toList();
        this.leader = ClusterLeader.start(
                new ClusterSettings(
                        version,
                        listen.host(),
                        listen.port(),
                        join,
                        threads,
                        options.connection().tls()),
                new NodeNetworks(root, threads),
                news -> console.errorLine("ganglion: " + news.line()));
        try {
            int nodes = options.nodes().orElse(1);
            if (alone) {
                start(nodes - 1, threads, root, main);
            }
            leader.awaitNodes(nodes, WAIT_SECONDS, stop);
            this.team = new NodeTeam(leader, nodes, root);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private void start(int count, int threads, Path root, Class<?> main) {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        List<String> words = List.of(
                NodeCommand.NAME,
                "--join",
                leader.address(),
                "--threads",
                Integer.toString(threads),
                "--scenarios",
                root.toString(),
                "--until-input-ends");
        try {
            for (int i = 0; i < count; i++) {
                Process process = new ProcessBuilder(NodeLaunch.command(megabytes, main, words))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
                started.add(process);
                watch(process);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line of a node says where it is: then it is known which one is gone when its process ends. */
    private void watch(Process process) {
        Thread watch = new Thread(
                () -> {
                    Optional<String> place = Optional.empty();
                    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                        for (String line = out.readLine(); line != null; line = out.readLine()) {
                            place = place.isPresent() ? place : NodeCommand.placeIn(line);
                        }
                        int code = process.waitFor();
                        if (!closing) {
                            place.ifPresentOrElse(
                                    leader::lost,
                                    () -> leader.fail("a node could not be started: its exit code is " + code));
                        }
                    } catch (IOException e) {
                        // The cluster will notice by itself, only later.
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "ganglion-node-watch");
        watch.setDaemon(true);
        watch.start();
    }

    NodeTeam team() {
        return team;
    }

    @Override
    public void close() {
        closing = true;
        leader.close();
        for (Process process : started) {
            try {
                process.getOutputStream().close(); // which it takes for its end
                if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (IOException e) {
                process.destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                process.destroyForcibly();
            }
        }
    }

    /** How a node that works for this process is started: the same Java with the same options and classes, but another limit of memory. */
    static final class NodeLaunch {

        /**
         * Room for new objects. Most of the heap of a node are synapses; with Java's defaults the garbage of building them and of mail
         * would fill a third of 376 MB before it is first collected.
         */
        private static final String YOUNG = "-XX:MaxNewSize=16m";

        private NodeLaunch() {}

        /**
         * The command line of a node, which tells its leader itself when it runs out of memory.
         *
         * @param megabytes heap of the process
         * @param main class whose main method runs a command line
         * @param words the command line
         */
        static List<String> command(long megabytes, Class<?> main, List<String> words) {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            // What the launcher chose, such as the archive of shared classes, holds for the nodes, too.
            ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                    .filter(NodeLaunch::isInherited)
                    .forEach(command::add);
            command.addAll(List.of(
                    "-Xmx" + megabytes + "m",
                    "-XX:+UseSerialGC",
                    YOUNG,
                    "-Djava.awt.headless=true",
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    main.getName()));
            command.addAll(words);
            return command;
        }

        /** Agents and debuggers are for one process; the heap is given by us. */
        private static boolean isInherited(String option) {
            return option.startsWith("-X")
                    && !option.startsWith("-Xm")
                    && !option.startsWith("-Xrun")
                    && !option.startsWith("-Xdebug");
        }
    }
}
