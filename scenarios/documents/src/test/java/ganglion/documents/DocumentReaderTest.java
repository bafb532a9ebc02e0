package ganglion.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {

    @Test
    void knowsTheLineOfEveryValue() throws InputException {
        Document document = read("a.yaml", "first: 1\nlist:\n  - x\n  - key: deep\n\"a/b~c\": 2\n");

        assertEquals(1, document.line("/first"));
        assertEquals(2, document.line("/list"));
        assertEquals(3, document.line("/list/0"));
        assertEquals(4, document.line("/list/1/key"));
        assertEquals(5, document.line("/a~1b~0c"));
    }

    @Test
    void givesAMissingValueTheLineOfWhatIsAroundIt() throws InputException {
        Document document = read("a.yaml", "first: 1\nlist:\n  - x\n");

        assertEquals(3, document.line("/list/0/absent/deeper"));
        assertEquals(1, document.line("/absent"));
    }

    @Test
    void readsJsonAsTheSameTreeAsYaml() throws InputException {
        JsonNode yaml = read("a.yaml", "a: [1, 2.5, true, null, text]\n").root();
        JsonNode json =
                read("A.JSON", "{\n\t\"a\": [1, 2.5, true, null, \"text\"]\n}").root();

        assertEquals(json, yaml);
    }

    @ParameterizedTest
    @CsvSource({"1e-3, 0.001", "+2.5E2, 250", "1.5e+3, 1500", "-4e0, -4", "0.25, 0.25", "12, 12"})
    void readsNumbersAsYaml12DoesAndNotAsYaml11(String text, double expected) throws InputException {
        JsonNode value = read("a.yaml", "value: " + text).root().get("value");

        assertTrue(value.isNumber(), value.toString());
        assertEquals(expected, value.doubleValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1e-3\"", "'1e-3'", "23.6 pJ", "yes", "on", "12:30", "C#"})
    void leavesTextAlone(String text) throws InputException {
        assertTrue(read("a.yaml", "😀: " + text).root().elements().next().isTextual());
    }

    @Test
    void tellsNumbersFromTextsWhateverStandsBeforeThem() throws InputException {
        JsonNode root = read("a.yaml", "😀: 1e-3\nb: \"1e-3\"\n\"😀😀\": {c: 1e-3, d: '1e-3'}\ne: 1e-3")
                .root();

        assertEquals(
                "{\"😀\":0.001,\"b\":\"1e-3\",\"😀😀\":{\"c\":0.001,\"d\":\"1e-3\"},\"e\":0.001}", root.toString());
    }

    /** The parser takes quadratic time for what it looks through at once: 16 MiB of a comment took minutes. */
    @ParameterizedTest
    @ValueSource(strings = {"a: 1\n# %s", "a: 1\nb: %s\n", "a: 1\nb: '%s'\n", "a: 1\nb: \"%s\"\n", "a: 1\nb: [%s]\n"})
    @Timeout(60)
    void refusesALongTextInOneLine(String around) {
        InputException e =
                assertThrows(InputException.class, () -> read("a.yaml", String.format(around, "x".repeat(8 << 20))));

        assertEquals(
                "a.yaml:2: found more than 65536 characters of one value, comment or gap in a line, expected shorter lines",
                e.getMessage());
    }

    @Test
    @Timeout(60)
    @DisabledOnOs(OS.WINDOWS)
    void refusesANamedPipeInsteadOfWaitingForItsWriter(@TempDir Path folder) throws Exception {
        Path pipe = folder.resolve("pipe.yaml");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());

        InputException e = assertThrows(InputException.class, () -> new DocumentReader().read(pipe));

        assertEquals(pipe + ": found a named pipe or a device, expected a file", e.getMessage());
    }

    @Test
    @Timeout(60)
    void readsALongListInOneLineAndALongTextInManyLines() throws InputException {
        String many = "12,".repeat(300_000) + "😀".repeat(100);
        String folded = "words of a line\n  ".repeat(100_000);

        JsonNode root = read("a.yaml", "list: [" + many + "]\ntext: " + folded + "\n" + "# a comment\n".repeat(100_000))
                .root();

        assertEquals(300_001, root.get("list").size());
        assertEquals(
                folded.length() - folded.length() / 18 * 2 - 1,
                root.get("text").textValue().length());
    }

    @Test
    void repeatsWhatAnAliasNames() throws InputException {
        JsonNode root = read("a.yaml", "base: &b {x: [1, 2]}\nsame: *b\n").root();

        assertEquals(root.get("base"), root.get("same"));
    }

    @Test
    @Timeout(60)
    void refusesAYamlBombQuicklyAndInOneLine() {
        String bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
                + IntStream.range(1, 12)
                        .mapToObj(i -> "a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9) + "*a" + (i - 1)
                                + "]\n")
                        .collect(Collectors.joining());

        assertRefused("found more than 1000000 values", "bomb.yaml", bomb);
    }

    @Test
    void refusesAnAliasOfItsOwnInside() {
        assertRefused("found an alias of \"a\", which is not anchored before it", "a.yaml", "x: &a [*a]\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.yaml", "a.json"})
    void refusesDeepNesting(String name) {
        assertRefused("more than 64 levels of nesting", name, "[".repeat(100) + "]".repeat(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.yaml", "a.json"})
    void refusesNestingThatWouldExhaustTheStack(String name) {
        assertRefused("nest", name, "[".repeat(200_000));
    }

    @Test
    void refusesARepeatedKeyWithBothLines() {
        Problem problem = refusal("a.yaml", "one: 1\nin: {x: 1,\n  x: 2}\n");

        assertEquals("a.yaml:3: /in/x: found the key \"x\" twice, first in line 2", problem.oneLine());
        assertRefused("found the key \"x\" twice", "a.json", "{\"x\": 1, \"x\": 2}");
    }

    @Test
    void refusesTagsThatNameTypes() {
        assertRefused("found the tag", "a.yaml", "x: !!javax.script.ScriptEngineManager [1]\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.yaml |                   | found nothing, expected a document
            a.yaml | x: .nan           | a.yaml:1: /x: found .nan, expected a finite number
            a.yaml | x: -.inf          | a.yaml:1: /x: found -.inf, expected a finite number
            a.json | {"x": 1e999}      | expected a finite number
            a.yaml | x: 99999999999999999999 | beyond 64 bits
            a.yaml | x: [1, 2          | not valid YAML
            a.json | {"x": }           | not valid JSON
            a.json | {"x": NaN}        | not valid JSON
            """)
    void saysWhatIsWrongInOneLine(String name, String content, String expected) {
        assertRefused(expected, name, content == null ? "" : content);
    }

    @Test
    void refusesASecondDocument() {
        assertRefused("found more than one document", "a.yaml", "x: 1\n---\ny: 2\n");
    }

    @Test
    void refusesBytesThatAreNotText() {
        InputException refusal = assertThrows(
                InputException.class, () -> new DocumentReader().read("a.yaml", new byte[] {'x', ':', (byte) 0xff}));

        assertTrue(refusal.getMessage().contains("not UTF-8"), refusal.getMessage());
    }

    @Test
    void saysThatAFileIsMissingOrAFolder(@TempDir Path folder) {
        DocumentReader reader = new DocumentReader();
        Path missing = folder.resolve("none.yaml");

        InputException noFile = assertThrows(InputException.class, () -> reader.read(missing));
        InputException noText = assertThrows(InputException.class, () -> reader.read(folder));

        assertEquals(missing + ": there is no such file", noFile.getMessage());
        assertEquals(folder + ": found a folder, expected a file", noText.getMessage());
    }

    @Test
    void readsNoMoreOfAFileThanItsLimit(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("long.yaml"), "x: 1\n".repeat(10));
        DocumentReader reader = new DocumentReader(new ReadLimits(40, 100, 10));

        InputException refusal = assertThrows(InputException.class, () -> reader.read(file));

        assertTrue(refusal.getMessage().contains("more than 40 bytes"), refusal.getMessage());
    }

    private static Document read(String name, String text) throws InputException {
        return new DocumentReader().read(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem refusal(String name, String text) {
        InputException refusal = assertThrows(InputException.class, () -> read(name, text));
        assertEquals(1, refusal.problems().size());
        return refusal.problems().get(0);
    }

    private static void assertRefused(String expected, String name, String text) {
        String line = refusal(name, text).oneLine();
        assertTrue(line.contains(expected), line);
        assertTrue(line.lines().count() == 1, line);
    }
}
