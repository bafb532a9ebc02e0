package ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Walks each page of {@code docs/walks} from top to bottom in an empty folder: files are written, commands run, and what the page quotes
 * must be among what they print, line by line and in its order; {@code ...} stands for anything.
 */
@Tag("slow")
final class WalksTest {

    private static final Path PAGES = ProjectRoot.find().resolve("docs/walks");
    private static final int MOST_LINES = 150;

    /** A fenced block with its language, and the line before it. */
    private static final Pattern BLOCK = Pattern.compile("([^\\n]*)\\n\\n```(\\w+)\\n(.*?)```", Pattern.DOTALL);

    private static final Pattern NAME = Pattern.compile("\\A# (\\S+)\\n|`([\\w.]+)`:\\Z");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    @TempDir
    private Path folder;

    private String printed = "";

    @ParameterizedTest
    @ValueSource(strings = {"first-network", "on-a-chip", "in-ci", "sound-to-decision"})
    void walk(String name) throws Exception {
        String page = Files.readString(PAGES.resolve(name + ".md"));
        assertTrue(page.lines().count() <= MOST_LINES, "at most " + MOST_LINES + " lines");
        Matcher blocks = BLOCK.matcher(page);
        while (blocks.find()) {
            switch (blocks.group(2)) {
                case "sh" -> runAll(blocks.group(3));
                case "text" -> assertQuoted(blocks.group(3));
                default -> write(blocks.group(1), blocks.group(3));
            }
        }
    }

    private void write(String before, String text) throws IOException {
        Matcher name = NAME.matcher(text);
        if (!name.find()) {
            name = NAME.matcher(before);
            assertTrue(name.find(), "a name for " + text);
        }
        Path file = folder.resolve(name.group(1) == null ? name.group(2) : name.group(1));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void runAll(String commands) throws IOException, InterruptedException {
        StringBuilder said = new StringBuilder();
        for (String line : commands.split("\n")) {
            String[] parts = line.split(" *# exit code ");
            List<String> words = WORD.matcher(parts[0])
                    .results()
                    .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                    .toList();
            said.append(run(words, parts.length > 1 ? Integer.parseInt(parts[1]) : 0));
        }
        printed = said.toString();
    }

    private String run(List<String> words, int expectedCode) throws IOException, InterruptedException {
        List<String> command =
                GanglionProcess.command(words.subList(1, words.size()).toArray());
        if (words.get(0).equals("python3")) {
            Optional<PythonInterpreter> python = PythonInterpreter.with("wave");
            assumeTrue(python.isPresent(), "no Python");
            command = Stream.concat(
                            Stream.of(python.get().program()), words.stream().skip(1))
                    .toList();
        } else {
            assertEquals("ganglion", words.get(0));
        }
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(expectedCode, process.waitFor(), () -> String.join(" ", words) + "\n" + said);
        return said;
    }

    private void assertQuoted(String text) {
        List<String> lines = printed.lines().map(String::strip).toList();
        int from = 0;
        for (String line : text.strip().split("\n")) {
            String pattern = Arrays.stream(line.strip().split("\\.\\.\\.", -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*"));
            int at = from;
            while (at < lines.size() && !lines.get(at).matches(pattern)) {
                at++;
            }
            assertTrue(at < lines.size(), "'" + line + "' is not in order in\n" + printed);
            from = line.strip().equals("...") ? from : at + 1;
        }
    }
}
