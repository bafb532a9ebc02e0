package ganglion.scenario.nodes.command;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a node that works for this process is started: the same Java with the same options and classes, but another limit of memory. */
final class NodeLaunch {

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
