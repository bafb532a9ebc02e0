package ganglion.distribution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * An archive as a user has it after tar.
 *
 * @param root the folder that holds the launcher
 */
record Unpacked(Path root) {

    /** How a process ended, and what it said. */
    record Ended(int code, String out, String err) {}

    static Unpacked into(Path folder) throws IOException, InterruptedException {
        Ended tar = run(
                Map.of("PATH", "/usr/bin:/bin"),
                folder,
                "tar",
                "xzf",
                file("-linux-x64.tar.gz").toString());
        if (tar.code() != 0) {
            throw new IOException(tar.err());
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new Unpacked(files.findFirst().orElseThrow());
        }
    }

    /** A file that the build has written: ganglion-VERSION and an ending. */
    static Path file(String ending) {
        return Path.of("target", "ganglion-" + System.getProperty("archive.version") + ending)
                .toAbsolutePath();
    }

    /** Starts the program with the system's tools, without a home, and with the given variables. */
    Ended start(Map<String, String> environment, Object... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(root.resolve("ganglion").toString()));
        Stream.of(words).map(Object::toString).forEach(command::add);
        Map<String, String> all = new HashMap<>(Map.of("PATH", "/usr/bin:/bin"));
        all.putAll(environment);
        return run(all, root, command.toArray(String[]::new));
    }

    List<String> jars() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("lib"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    static Ended run(Map<String, String> environment, Path folder, String... command)
            throws IOException, InterruptedException {
        Path err = Files.createTempFile("err", "");
        List<String> words = new ArrayList<>(List.of(command));
        if (Files.exists(folder.resolve(words.get(0)))) {
            words.set(0, folder.resolve(words.get(0)).toString());
        }
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(folder.toFile()).redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(words + " does not end");
        }
        Ended ended = new Ended(process.exitValue(), out, Files.readString(err));
        Files.delete(err);
        return ended;
    }
}
