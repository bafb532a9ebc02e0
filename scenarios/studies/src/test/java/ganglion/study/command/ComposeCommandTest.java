package ganglion.study.command;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.SoundFile;
import ganglion.cochlea.audio.input.AudioFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the command line to sound, labels and list, with the notes and the score of the gallery. */
final class ComposeCommandTest {

    private static final Path GALLERY = Path.of("..", "gallery", "study", "compose");
    private static final Path NOTES = GALLERY.resolve("notes");
    private static final Path ODE = GALLERY.resolve("ode-to-joy.mid");

    @TempDir
    private Path out;

    @Test
    void playsAScoreOnTheInstrumentsThatItIsFor() throws Exception {
        Outcome outcome = ganglion("compose", ODE, "--notes", NOTES, "--out", out, "--seconds", 4);

        outcome.assertFine();
        assertEquals(
                List.of("ode-to-joy-000  4 s  bass + flute + string  14 notes", out.toString()),
                outcome.out().lines().toList());
        List<String> labels = Files.readAllLines(out.resolve("labels/ode-to-joy-000.csv"));
        assertTrue(
                labels.contains(
                        "0.000000,0.479188,flute,flute_acoustic_004,76,90," + "flute_acoustic_004-075-050.flac,1"),
                labels::toString);
        double[] sound =
                AudioFiles.read(out.resolve("audio/ode-to-joy-000.wav")).samples();
        assertEquals(64_000, sound.length);
        assertTrue(Arrays.stream(sound).map(Math::abs).max().orElseThrow() > 0.05);
    }

    @Test
    void makesUpMusicUnderNoiseAndTellsItInJson() throws Exception {
        Path noise = SoundFile.tone(out.resolve("hum.wav"), 0.5, 16_000, 16, 1);
        Outcome outcome = ganglion(
                "compose",
                "--notes=" + NOTES,
                "--out=" + out.resolve("walks"),
                "--count=2",
                "--seconds=1",
                "--parts=2",
                "--families=flute,reed",
                "--noise=" + noise,
                "--snr=10",
                "--seed=3",
                "--json");

        outcome.assertFine();
        JsonNode printed = new ObjectMapper().readTree(outcome.out());
        assertEquals(3, printed.get("seed").asInt());
        assertEquals("walk-001", printed.at("/mixtures/1/name").asText());
        JsonNode list =
                new ObjectMapper().readTree(out.resolve("walks/examples.json").toFile());
        assertEquals("flute+reed", list.at("/walk-000/families_str").asText());
        assertEquals("hum.wav", list.at("/walk-000/noise_str").asText());
        assertEquals(10, list.at("/walk-000/signal_to_noise_db").asDouble());
    }

    @Test
    void whatIsWrongIsToldInOneLine() throws Exception {
        Path text = Files.writeString(out.resolve("text.mid"), "no music");

        ganglion("compose", text, "--notes", NOTES, "--out", out)
                .assertRefusedInOneLine("text.mid: no MIDI file, or a damaged one");
        ganglion("compose", "--notes", out, "--out", out).assertRefusedInOneLine("examples.json: no such file");
        ganglion("compose", "--notes", NOTES, "--out", out, "--noise", out.resolve("none"))
                .assertRefusedInOneLine("none: no such file or folder");
        ganglion("compose", "--notes", NOTES, "--out", out, "--families", "harp")
                .assertRefusedInOneLine("[harp]", "[bass, flute, reed, string]");
        ganglion("compose", "--notes", NOTES, "--out", out, "--parts", "1,2,3").assertRefusedInOneLine("two bounds");
        ganglion("compose", "--notes", NOTES, "--out", out, "--snr", "20,0").assertRefusedInOneLine("ascending range");
        ganglion("compose", "--notes", NOTES, "--out", text).assertRefusedInOneLine("cannot be written");
        ganglion("compose", "--count", "x").assertRefusedInOneLine("--count: found 'x', expected a whole number from ");
        ganglion("compose", "--seed", "1.5").assertRefusedInOneLine("--seed: found '1.5', expected a whole number ");
        ganglion("compose", "--snr", "a")
                .assertRefusedInOneLine("--snr: found 'a', expected a number from -200 to 200");
        Path list = Files.copy(NOTES.resolve("examples.json"), out.resolve("examples.json"));
        ganglion("compose", "--notes", NOTES, "--seconds", 1, "--out", out)
                .assertRefusedInOneLine("holds examples.json, which ganglion compose did not write");
        assertEquals(-1, Files.mismatch(NOTES.resolve("examples.json"), list));
    }
}
