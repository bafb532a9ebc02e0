package ganglion.cochlea.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Adding an encoder stays its class, its test and one word in a list: no other main code of the project names an encoder. */
class EncoderPlacesTest {

    private static final String LIST = Encoders.class.getSimpleName() + ".java";

    private static Set<Path> mainFiles;

    @BeforeAll
    static void findMainFiles() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("CONTRIBUTING.md"))) {
            root = root.getParent();
        }
        Pattern main = Pattern.compile(".*/src/main/java/.*\\.java");
        try (Stream<Path> files = Files.walk(root)) {
            mainFiles = files.filter(file ->
                            main.matcher(file.toString().replace('\\', '/')).matches())
                    .collect(Collectors.toSet());
        }
    }

    /** All but currents, which are numbers in the place of spikes: the code that makes these is named after them. */
    static Stream<String> names() {
        return Encoders.KINDS.kinds().stream()
                .filter(kind -> kind.type() != CurrentInjection.class)
                .map(kind -> kind.type().getSimpleName());
    }

    @ParameterizedTest
    @MethodSource("names")
    void isNamedInItsClassAndTheListOnly(String name) {
        assertEquals(Set.of(name + ".java", LIST), filesThatName(name));
    }

    @Test
    void looksThroughEveryModule() {
        assertTrue(filesThatName("CurrentInjection").contains("SoundClips.java"));
        assertTrue(filesThatName("CurrentInjection").contains("HearingSettings.java"));
    }

    private static Set<String> filesThatName(String name) {
        Pattern word = Pattern.compile("\\b" + name + "\\b");
        Set<String> files = new TreeSet<>();
        for (Path file : mainFiles) {
            if (word.matcher(text(file)).find()) {
                files.add(file.getFileName().toString());
            }
        }
        return files;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
