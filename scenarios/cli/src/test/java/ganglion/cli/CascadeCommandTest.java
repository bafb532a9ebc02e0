package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The twelve notes of the pitch detector, which wakes itself. */
final class CascadeCommandTest {

    private static final Path DETECTOR = Path.of("../gallery/pitch-detector/scenario.yaml");

    @TempDir
    private static Path temporary;

    private static Path run;

    @BeforeAll
    static void runTheDetector() {
        run = temporary.resolve("run");
        ganglion("run", DETECTOR, "--set", "/hardware=[stm32u575]", "--set", "/expect=[]", "--out", run, "--quiet")
                .assertFine();
    }

    private static Outcome cascade(Object... more) {
        List<Object> words = new ArrayList<>(List.of("cascade", run, run));
        words.addAll(List.of(more));
        return ganglion(words.toArray());
    }

    @Test
    void aNetworkThatWakesItselfDecidesAsItDoesAlone() throws IOException {
        Path out = temporary.resolve("out");
        Outcome outcome = cascade("--event", "C,C#", "--json", "--out", out);
        outcome.assertFine();
        JsonNode json = new ObjectMapper().readTree(outcome.out());

        assertEquals("ganglion-cascade", json.path("format").asText());
        assertEquals(json.at("/decisions/eventsRightLargeAlone"), json.at("/decisions/eventsRightTogether"));
        assertEquals(2, json.at("/decisions/recall/of").asInt());
        assertEquals("stm32u575", json.at("/pairs/0/large/profile").asText());
        assertEquals("sleep", json.at("/pairs/0/large/rest").asText());
        assertEquals(
                json, new ObjectMapper().readTree(out.resolve("cascade.json").toFile()));
        assertTrue(Files.exists(out.resolve("cascade.csv")));
    }

    @Test
    void theTextSaysWhatTakesLeastAtWhichRate() {
        Outcome outcome = cascade("--event", "C", "--events-per-hour", "1,10", "--boundary", "always-on");
        outcome.assertFine();

        assertTrue(
                outcome.out().contains("  The cascade wins at no rate: the small network wakes on no"), outcome.out());
        assertTrue(outcome.out().contains("events right"), outcome.out());
        assertTrue(outcome.out().contains("cheaper at 10/h: "), outcome.out());
        assertTrue(outcome.out().contains("Between wakes stm32u575 idles."), outcome.out());
    }

    @Test
    void badInputIsRefusedInOneLine() throws IOException {
        cascade("--event", "H").assertRefusedInOneLine("--event", "found 'H'");
        cascade("--event", "C", "--events-per-hour", "100000").assertRefusedInOneLine("--events-per-hour");
        ganglion("cascade", run, temporary.resolve("none"), "--event", "C").assertRefusedInOneLine("is not there");
        assertEquals(ExitCode.BAD_INPUT, cascade().code());
        assertEquals(
                ExitCode.BAD_INPUT,
                cascade("--event", "C", "--boundary", "marginal").code());
        assertEquals(
                ExitCode.BAD_INPUT,
                cascade("--event", "C", "--handover", "-1 J").code());
        Path mine = Files.createDirectory(temporary.resolve("mine"));
        Files.writeString(mine.resolve("mine.txt"), "mine");
        cascade("--event", "C", "--out", mine).assertRefusedInOneLine("mine");
    }
}
