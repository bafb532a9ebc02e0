package ganglion.live.command;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The scenarios of the gallery that are made for live sound decide for what is played, and else for nothing. */
@Tag("slow")
final class LiveGalleryTest {

    private static final Path FOLDER = Path.of("..", "gallery", "live");

    @Test
    void aWhistledTuneIsRecognised() throws Exception {
        assertEquals(
                List.of("E", "F", "G", "F", "E", "D", "C", "D", "E", "D"), classes("pitch.yaml", "ode-to-joy.ogg"));
    }

    @Test
    void noiseIsNoNote() throws Exception {
        assertEquals(List.of(), classes("pitch.yaml", "noise-pink.ogg", "noise-fan.ogg"));
    }

    @Test
    void ofSoundsOneAfterTheOtherThoseOfAFluteAreFound() throws Exception {
        assertEquals(
                List.of("flute"),
                classes("flute.yaml", "other-word.ogg", "note-string.ogg", "flute-ocarina.ogg", "note-guitar.ogg"));
    }

    @Test
    void aSpokenDigitIsFoundInNoise() throws Exception {
        assertEquals(List.of("four"), classes("digits.yaml", "other-noise.ogg", "digit-four.ogg", "other-noise.ogg"));
    }

    /** The classes that were decided for, in order, but for nothing. */
    private List<String> classes(String scenario, String... sounds) throws Exception {
        List<Object> words = new ArrayList<>(List.of("live", FOLDER.resolve(scenario), "--speed", "max"));
        words.addAll(List.of("--json-lines", "--play"));
        for (String sound : sounds) {
            words.add(FOLDER.resolve("audio").resolve(sound));
        }
        Outcome outcome = ganglion(words.toArray());
        outcome.assertFine();
        List<String> classes = new ArrayList<>();
        for (String line : outcome.out().lines().toList()) {
            JsonNode event = new ObjectMapper().readTree(line);
            String decided = event.path("class").asText("nothing");
            if (event.path("event").asText().equals("decision") && !decided.equals("nothing")) {
                classes.add(decided);
            }
        }
        return classes;
    }
}
