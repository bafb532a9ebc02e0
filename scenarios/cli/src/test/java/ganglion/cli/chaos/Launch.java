package ganglion.cli.chaos;

import ganglion.cli.GanglionProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a command is started: by the launcher that the property {@code ganglion.chaos.launcher} names, and without it as a
 * process of the classes under test.
 *
 * @param before words before the command, which end in replacing themselves by it
 * @param javaOptions options for Java
 */
record Launch(List<String> before, List<String> javaOptions) {

    private static final String LAUNCHER = System.getProperty("ganglion.chaos.launcher", "");

    /** Nothing unusual. */
    static final Launch PLAIN = new Launch(List.of(), List.of());

    Launch {
        before = List.copyOf(before);
        javaOptions = List.copyOf(javaOptions);
    }

    Launch with(String... words) {
        return new Launch(Stream.concat(Stream.of(words), before.stream()).toList(), javaOptions);
    }

    /** With a limit of the shell. */
    Launch limited(String limit) {
        return with("sh", "-c", "ulimit " + limit + "; exec \"$@\"", "sh");
    }

    Launch withJava(String option) {
        return new Launch(
                before, Stream.concat(javaOptions.stream(), Stream.of(option)).toList());
    }

    /** Starts the command in a folder. Its streams go to files beside the folder. */
    Running start(Path folder, List<String> words) throws IOException {
        List<String> command = new ArrayList<>(before);
        if (LAUNCHER.isEmpty()) {
            List<String> java = GanglionProcess.command(words.toArray());
            command.add(java.get(0));
            command.addAll(javaOptions);
            command.addAll(java.subList(1, java.size()));
        } else {
            command.add(LAUNCHER);
            command.addAll(words);
        }
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("GANGLION_JAVA_OPTIONS", String.join(" ", javaOptions));
        Path out = folder.resolveSibling(folder.getFileName() + ".out");
        Path err = folder.resolveSibling(folder.getFileName() + ".err");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        return new Running(process, folder, err);
    }
}
