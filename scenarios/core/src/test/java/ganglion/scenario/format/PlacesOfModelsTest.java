package ganglion.scenario.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A neuron model is its files in the kernel, its declaration, and a word in a list. Whatever else must know a model calls a
 * method of all models, so that a new one finds nothing to be added to.
 */
@Tag("slow")
class PlacesOfModelsTest {

    /** What chips have of a model, and what stands in for it. A model that they do not name is one that no chip is known to compute. */
    private static final Set<String> OF_CHIPS = Set.of("ModelTraits.java", "ModelReplacement.java");

    private static final Path SOURCES = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Pattern COMMENT =
            Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"");

    /** Main code of all modules but the kernel and the benchmarks. */
    private static List<Path> mainCode() throws IOException {
        List<Path> folders;
        try (Stream<Path> modules = Files.walk(SOURCES, 2)) {
            folders = modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .filter(folder -> !folder.startsWith(SOURCES.resolve("simulator")))
                    .filter(folder -> !folder.startsWith(SOURCES.resolve("benchmarks")))
                    .toList();
        }
        List<Path> code = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(code::add);
            }
        }
        return code;
    }

    private static boolean names(Path file, String type) {
        try {
            String code = COMMENT.matcher(Files.readString(file)).replaceAll("");
            return Pattern.compile("\\b" + type + "\\b").matcher(code).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TreeSet<String> placesOf(String type) throws IOException {
        TreeSet<String> places = new TreeSet<>();
        mainCode().stream()
                .filter(file -> names(file, type))
                .forEach(file -> places.add(file.getFileName().toString()));
        places.removeAll(OF_CHIPS);
        return places;
    }

    /** Models that nothing but their declaration and the kernel knows. */
    @ParameterizedTest
    @ValueSource(strings = {"Izhikevich", "ResonateAndFire", "AlphaLif"})
    void standInTheirDeclarationOnly(String model) throws IOException {
        assertEquals(new TreeSet<>(List.of(model + "Keys.java")), placesOf(model));
        assertEquals(
                new TreeSet<>(List.of(model + "Keys.java", "ModelKeys.java")),
                placesOf(model + "Keys"),
                "the declaration, and the list of all");
    }
}
