package ganglion.live.command;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.input.AudioFiles;
import ganglion.cochlea.audio.wave.WaveWriter;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ganglion live} from end to end, without a page. */
class LiveCommandTest {

    private static final Path GALLERY = Path.of("..", "gallery", "pitch-detector");
    private static final Path SCENARIO = GALLERY.resolve("scenario.yaml");
    private static final Path FLUTE = GALLERY.resolve("audio/flute-c-sharp-5.flac");
    private static final String CAUSAL = "/inputs/0/frontend/gain={running-maximum: {minimum-range: 0.000001}}";

    @TempDir
    private Path folder;

    private Outcome live(Object... words) {
        List<Object> all = new ArrayList<>(List.of("live", SCENARIO));
        all.addAll(Arrays.asList(words));
        all.addAll(List.of("--set", CAUSAL));
        return ganglion(all.toArray());
    }

    private static List<JsonNode> lines(Outcome outcome) throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : outcome.out().lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    private static List<String> decided(List<JsonNode> lines) {
        return lines.stream()
                .filter(line -> line.path("event").asText().equals("decision"))
                .map(line -> line.path("tick") + " " + line.path("class").asText())
                .toList();
    }

    @Test
    void filesAreHeardAndDecidedFor() throws Exception {
        Outcome outcome =
                live("--play", FLUTE, GALLERY.resolve("audio/violin-d5.flac"), "--speed", "max", "--json-lines");

        outcome.assertFine();
        List<JsonNode> lines = lines(outcome);
        assertEquals("start", lines.get(0).path("event").asText());
        assertEquals("end", lines.get(lines.size() - 1).path("event").asText());
        assertTrue(decided(lines).get(0).endsWith(" C#"), decided(lines)::toString);
        assertTrue(decided(lines).get(1).endsWith(" D"), decided(lines)::toString);
        JsonNode second = lines.stream()
                .filter(line -> line.path("event").asText().equals("second"))
                .findFirst()
                .orElseThrow();
        assertTrue(second.at("/devices/0/alwaysOnWatts").asDouble() > 0, second::toString);
        assertEquals(300, lines.get(lines.size() - 1).path("tick").asInt());
    }

    @Test
    void standardInputGivesTheSameDecisions() throws Exception {
        List<String> ofFile = decided(lines(live("--play", FLUTE, "--speed", "max", "--json-lines")));
        AudioClip clip = AudioFiles.read(FLUTE);
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(WaveWriter.bytes(clip)));
        try {
            Outcome outcome = live("-", "--json-lines");

            outcome.assertFine();
            assertEquals(ofFile, decided(lines(outcome)));
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void whatIsNoSoundIsRefusedInOneLine() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("no sound at all".getBytes()));
        try {
            Outcome outcome = live("-", "--json-lines");

            assertEquals(2, outcome.code().number());
            assertTrue(outcome.err().contains("expected WAV"), outcome.err());
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void linesForPeopleSayWhatIsDecided() {
        Outcome outcome = live("--play", FLUTE, "--speed", "max", "--duration", "0.4 s");

        outcome.assertFine();
        assertTrue(outcome.out().contains("C# ("), outcome.out());
        assertTrue(outcome.out().contains("end: the time is over"), outcome.out());
    }

    @Test
    void faultsOfUsageAreTold() {
        live().assertRefusedInOneLine("found no sound");
        live("--play", FLUTE, "--microphone").assertRefusedInOneLine("found several sounds");
        live("--play", FLUTE, "--rate", "4").assertRefusedInOneLine("expected --speed");
        live("-", "--speed", "4").assertRefusedInOneLine("--speed goes with --play alone");
        live("--play", FLUTE, "--speed", "0").assertRefusedInOneLine("expected a number above 0, or max");
        live("--play", folder.resolve("missing.wav")).assertRefusedInOneLine("missing.wav");
    }

    @Test
    void anEarThatLooksAheadIsRefused() {
        ganglion("live", SCENARIO, "--play", FLUTE)
                .assertRefusedInOneLine("looks at the whole clip", "running-maximum", "scenario.yaml:");
    }
}
