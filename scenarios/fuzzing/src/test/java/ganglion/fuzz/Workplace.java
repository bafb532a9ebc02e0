package ganglion.fuzz;

import ganglion.documents.PlainText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder in which the files of one target lie, and which a command has to leave as it was. */
final class Workplace {

    /** Where commands may write, if they take the file. */
    private static final String OUT = "out";

    private final Path folder;
    private final Path temporary;
    private String damaged = "";

    /** @param others what lies beside the damaged file, by name */
    Workplace(String kind, Map<String, Supplier<byte[]>> others) throws IOException {
        this.temporary = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir")));
        this.folder = Files.createTempDirectory(Files.createDirectories(Path.of("work")), kind + "-")
                .toAbsolutePath();
        for (Map.Entry<String, Supplier<byte[]>> other : others.entrySet()) {
            write(other.getKey(), other.getValue().get());
        }
    }

    /** Writes the damaged file and tells all that is there then. */
    Set<String> damage(String name, byte[] content) throws IOException {
        damaged = PlainText.line(new String(content, StandardCharsets.UTF_8));
        write(name, content);
        return all();
    }

    /** Whether the damaged file holds a text that a message shows, perhaps shortened. */
    boolean holds(String shown) {
        String whole = shown.endsWith("...") ? shown.substring(0, shown.length() - 3) : shown;
        return damaged.contains(whole) || folded(damaged).contains(folded(whole));
    }

    /** YAML reads a line break within a text as a blank. */
    private static String folded(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private void write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    /** A word of a command: a path in the folder if it begins with {@code @}. */
    String resolved(String word) {
        return word.startsWith("@") ? folder.resolve(word.substring(1)).toString() : word;
    }

    /** Name of the folder with the files, which is in every message that names one of them by a path. */
    String folder() {
        return folder.getFileName().toString();
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /**
     * Removes what a command has left since, and names it.
     *
     * @param accepted whether it may have left what it was asked for
     */
    String leftovers(Set<String> before, boolean accepted) throws IOException {
        Set<String> left = all();
        left.removeAll(before);
        for (String name : left.stream().sorted(Comparator.reverseOrder()).toList()) {
            Files.deleteIfExists(folder.resolve(name));
        }
        return left.stream()
                .filter(name -> !accepted || !name.matches(OUT + "(\\.\\w+)?(/[^.].*)?"))
                .limit(5)
                .collect(Collectors.joining(", "));
    }

    private Set<String> all() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path root : List.of(folder, temporary)) {
            try (Stream<Path> below = Files.walk(root)) {
                below.filter(path -> !path.equals(root))
                        .map(path ->
                                root.equals(folder) ? folder.relativize(path).toString() : path.toString())
                        .forEach(names::add);
            }
        }
        return names;
    }
}
