package ganglion.study.command;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cochlea.audio.input.AudioFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the command line to sound, labels and list, with the notes of the gallery. */
final class ComposeCommandTest {

    private static final Path GALLERY = Path.of("..", "gallery", "study", "compose");
    private static final Path NOTES = GALLERY.resolve("notes");

    @TempDir
    private Path out;

    @Test
    void makesUpMusicOnTheInstrumentsThatAreAskedFor() throws Exception {
        Outcome outcome = ganglion(
                "compose",
                "--notes=" + NOTES,
                "--out=" + out.resolve("walks"),
                "--count=2",
                "--seconds=1",
                "--parts=2",
                "--families=flute,reed",
                "--seed=3");

        outcome.assertFine();
        List<String> lines = outcome.out().lines().toList();
        assertTrue(lines.get(1).startsWith("walk-001  1 s  flute + reed  "), lines::toString);
        assertEquals(out.resolve("walks").toString(), lines.get(2));
        JsonNode list =
                new ObjectMapper().readTree(out.resolve("walks/examples.json").toFile());
        assertEquals("flute+reed", list.at("/walk-000/families_str").asText());
        double[] sound =
                AudioFiles.read(out.resolve("walks/audio/walk-001.wav")).samples();
        assertEquals(16_000, sound.length);
        assertTrue(Arrays.stream(sound).map(Math::abs).max().orElseThrow() > 0.05);
    }

    @Test
    void whatIsWrongIsToldInOneLine() throws Exception {
        Path text = Files.writeString(out.resolve("text"), "no folder");

        ganglion("compose", "--notes", out, "--out", out).assertRefusedInOneLine("examples.json: no such file");
        ganglion("compose", "--notes", NOTES, "--out", out, "--families", "harp")
                .assertRefusedInOneLine("[harp]", "[bass, flute, reed, string]");
        ganglion("compose", "--notes", NOTES, "--out", out, "--parts", "1,2,3").assertRefusedInOneLine("two bounds");
        ganglion("compose", "--notes", NOTES, "--out", text).assertRefusedInOneLine("cannot be written");
        ganglion("compose", "--count", "x").assertRefusedInOneLine("--count: found 'x', expected a whole number from ");
        ganglion("compose", "--seed", "1.5").assertRefusedInOneLine("--seed: found '1.5', expected a whole number ");
        Path list = Files.copy(NOTES.resolve("examples.json"), out.resolve("examples.json"));
        ganglion("compose", "--notes", NOTES, "--seconds", 1, "--out", out)
                .assertRefusedInOneLine("holds examples.json, which ganglion compose did not write");
        assertEquals(-1, Files.mismatch(NOTES.resolve("examples.json"), list));
    }
}
