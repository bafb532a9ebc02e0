package ganglion.cli.verb;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a process that works for this one is started, a worker or a node: the same Java with the same options and classes, but another limit of memory. */
public final class WorkerLaunch {

    private static final String EXIT = "-XX:+ExitOnOutOfMemoryError";

    /**
     * Room for new objects in a node. Most of its heap are synapses; with Java's defaults the garbage of building them and of mail
     * would fill a third of 376 MB before it is first collected.
     */
    private static final String YOUNG = "-XX:MaxNewSize=16m";

    private final long megabytes;
    private final Class<?> main;

    /**
     * A launch.
     *
     * @param megabytes heap of the process
     * @param main class whose main method runs a command line
     */
    public WorkerLaunch(long megabytes, Class<?> main) {
        this.main = main;
        this.megabytes = megabytes;
    }

    /** The command of a worker that writes run directories to a folder. */
    List<String> command(Path folder, List<String> words) {
        List<String> all = new ArrayList<>(List.of(WorkerCommand.NAME, "--out", folder.toString()));
        all.addAll(words);
        return command(all);
    }

    /** The command of a node, which tells its leader itself when it runs out of memory. */
    public List<String> node(List<String> words) {
        List<String> command = command(words);
        command.set(command.indexOf(EXIT), YOUNG);
        return command;
    }

    private List<String> command(List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // What the launcher chose, such as the archive of shared classes, holds for the workers, too.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(WorkerLaunch::isInherited)
                .forEach(command::add);
        command.add("-Xmx" + megabytes + "m");
        command.add("-XX:+UseSerialGC");
        // A thread of Akka that runs out of memory would otherwise leave a process behind that never answers.
        command.add(EXIT);
        command.add("-Djava.awt.headless=true");
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(main.getName());
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
