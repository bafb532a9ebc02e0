package ganglion.scenario.suite;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.DocumentReader;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.ReadFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds scenarios. Files named by the user are taken as they are; in folders, every YAML or JSON file with the key {@code
 * scenario}. Hidden folders, symbolic links, and folders written by builds and runs are skipped.
 */
public final class ScenarioFinder {

    private static final Set<String> WRITTEN = Set.of("target", "build", "node_modules", "runs");
    private static final int MOST_FILES = 100_000;

    private final DocumentReader reader = new DocumentReader();
    private final TreeSet<Path> found = new TreeSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private int looked;

    private ScenarioFinder() {}

    /**
     * The scenarios at some paths, each once, in the order of their names.
     *
     * @throws InputException if a path does not exist or a folder cannot be read
     */
    public static List<Path> find(List<Path> paths) throws InputException {
        ScenarioFinder finder = new ScenarioFinder();
        paths.forEach(finder::add);
        if (!finder.problems.isEmpty()) {
            throw new InputException(finder.problems);
        }
        return List.copyOf(finder.found);
    }

    private void add(Path path) {
        if (Files.isRegularFile(path)) {
            found.add(path.normalize());
        } else if (Files.isDirectory(path)) {
            walk(path);
        } else {
            problems.add(new Problem(path, "there is no such file or folder"));
        }
    }

    private void walk(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    boolean entered = directory.equals(folder) || isOfInterest(directory);
                    return entered ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (++looked > MOST_FILES) {
                        throw new IOException("found more than " + MOST_FILES + " files, expected a smaller folder");
                    }
                    if (attributes.isRegularFile() && isDocument(file) && isScenario(file)) {
                        found.add(file.normalize());
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            problems.add(new Problem(folder, "cannot be read: " + ReadFault.reason(e)));
        }
    }

    private static boolean isOfInterest(Path directory) {
        String name = directory.getFileName().toString();
        return !name.startsWith(".") && !WRITTEN.contains(name);
    }

    private static boolean isDocument(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"));
    }

    /** A file that cannot be read as a document counts only if it starts like a scenario. */
    private boolean isScenario(Path file) throws IOException {
        try {
            JsonNode root = reader.read(file).root();
            // The results of a run name their scenario too, but are of another format.
            return root.has("scenario")
                    && !root.path("format").isTextual()
                    && (root.has("clock") || root.has("network") || root.has("extends"));
        } catch (InputException e) {
            return startsAsScenario(file);
        }
    }

    private static boolean startsAsScenario(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            String head = new String(stream.readNBytes(1 << 16), StandardCharsets.ISO_8859_1);
            return head.lines().anyMatch(line -> line.startsWith("scenario:"));
        }
    }
}
