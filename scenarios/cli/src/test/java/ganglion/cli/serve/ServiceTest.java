package ganglion.cli.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServiceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GOOD = "{\"id\": \"last\", \"words\": [\"echo\", \"k\u00fche\"]}\n";

    private final List<List<String>> asked = new ArrayList<>();

    private ExitCode echo(Console console, List<String> words) {
        asked.add(words);
        console.out().println(String.join(" ", words));
        console.errorLine("warned");
        return ExitCode.EXPECTATION_FAILED;
    }

    private List<JsonNode> lines(byte[] requests) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, false, StandardCharsets.UTF_8);
        new Service(this::echo, () -> true).serve(new ByteArrayInputStream(requests), print, "1.2.3");
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).split("\n")) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private List<JsonNode> lines(String requests) throws IOException {
        return lines(requests.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void greetsAndAnswersARequestWithWhatItsCommandLineGave() throws IOException {
        List<JsonNode> lines = lines("\n" + GOOD.strip());

        assertEquals(JSON.readTree("{\"ganglion\": \"1.2.3\", \"protocol\": 1}"), lines.get(0));
        assertEquals(
                JSON.readTree(
                        "{\"id\": \"last\", \"code\": 1, \"out\": \"echo k\u00fche\\n\", \"err\": \"warned\\n\"}"),
                lines.get(1));
        assertEquals(2, lines.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\": 1,                          | null | found no JSON",
                "{\"id\": 1, \"words\": [\"a\"]} more | null | found no JSON",
                "[1]                                  | null | expected {\"id\": ..., \"words\": [...]}",
                "{\"words\": [\"a\"]}                 | null | /id: expected a text or a whole number",
                "{\"id\": 1.5, \"words\": [\"a\"]}    | null | /id: expected a text or a whole number",
                "{\"id\": 1}                          | 1    | /words: expected a list of texts",
                "{\"id\": 1, \"words\": []}           | 1    | /words: expected a list of texts",
                "{\"id\": 1, \"words\": [\"a\", 2]}   | 1    | /words/1: found 2, expected a text",
                "{\"id\": 1, \"words\": [\"a\"], \"x\": 1} | 1 | found the key 'x'",
                "{\"id\": 1, \"id\": 2, \"words\": [\"a\"]} | null | Duplicate field 'id'",
                "{\"id\": 1, \"words\": [\"serve\"]}  | 1    | found 'serve', expected a command that comes to an end",
                "{\"id\": 1, \"words\": [\"--verbose\", \"node\"]} | 1 | found 'node'"
            })
    void whatIsNoRequestGetsOneAnswerAndTheNextOneIsServed(String line, String id, String said) throws IOException {
        List<JsonNode> lines = lines(line + "\n" + GOOD);

        assertEquals(3, lines.size());
        JsonNode refused = lines.get(1);
        assertEquals(id, refused.get("id").toString());
        assertEquals(2, refused.get("code").asInt());
        String err = refused.get("err").asText();
        assertTrue(err.startsWith("standard input:1: ") && err.contains(said), err);
        assertEquals(1, err.lines().count());
        assertEquals("last", lines.get(2).get("id").asText());
        assertEquals(1, asked.size());
    }

    @Test
    void aLineThatIsTooLongIsSkippedAndNotRun() throws IOException {
        String blanks = " ".repeat(RequestLines.LONGEST_LINE - GOOD.getBytes(StandardCharsets.UTF_8).length + 1);

        List<JsonNode> fits = lines(blanks + GOOD);
        List<JsonNode> tooLong = lines(blanks + " " + GOOD + GOOD);

        assertEquals(1, fits.get(1).get("code").asInt());
        assertEquals(2, tooLong.get(1).get("code").asInt());
        assertTrue(
                tooLong.get(1).get("err").asText().contains("found a line of 1048577 bytes, expected at most 1048576"));
        assertEquals("last", tooLong.get(2).get("id").asText());
        assertEquals(2, asked.size());
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        List<JsonNode> lines = lines(new byte[] {(byte) 0xff, '\n'});

        assertTrue(lines.get(1).get("err").asText().contains("standard input:1: found bytes that are no UTF-8"));
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        List<JsonNode> lines = lines("[".repeat(100_000) + "\n" + GOOD);

        assertTrue(lines.get(1).get("err").asText().contains("found no JSON"));
        assertEquals("last", lines.get(2).get("id").asText());
    }

    @Test
    void endsBeforeTheNextRequestIfItIsNotToGoOn() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AtomicInteger left = new AtomicInteger(1);

        new Service(this::echo, () -> left.getAndDecrement() > 0)
                .serve(
                        new ByteArrayInputStream((GOOD + GOOD).getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        "");

        assertEquals(1, asked.size());
    }
}
