package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sounds of every make are heard; what is no sound is refused in one line, and leaves nothing behind. */
final class HearCommandTest {

    @TempDir
    private Path folder;

    private Path out() {
        return folder.resolve("out");
    }

    @Test
    void theDocumentCountsWhatTheFileHolds() throws IOException {
        Path sound = SoundFile.tone(folder.resolve("tone.wav"), 0.3, 16_000, 16, 1);

        Outcome heard = ganglion("hear", sound, "--out", out(), "--json");

        heard.assertFine();
        JsonNode document = new ObjectMapper().readTree(heard.out());
        JsonNode tone = document.at("/sounds/0");
        assertEquals(0.3, tone.get("durationSeconds").asDouble(), 1e-9);
        assertEquals(
                Files.readAllLines(Path.of(tone.get("spikeFile").asText())).size() - 1,
                tone.get("spikes").asInt());
        assertTrue(Files.exists(Path.of(document.at("/pages/0").asText())));
    }

    @Test
    void soundsOfOneNameDoNotOverwriteEachOther() throws IOException {
        Files.createDirectory(folder.resolve("a"));
        Files.createDirectory(folder.resolve("b"));
        Path one = SoundFile.tone(folder.resolve("a/tone.wav"), 0.3, 16_000, 16, 1);
        Path two = SoundFile.tone(folder.resolve("b/tone.wav"), 0.3, 16_000, 16, 1);

        ganglion("hear", one, two, "--out", out()).assertFine();

        assertEquals(List.of("hearing.html", "tone-2.spikes.csv", "tone.spikes.csv"), namesIn(out()));
    }

    @Test
    void everyBrokenSoundOfSeveralIsNamed() throws IOException {
        Path good = SoundFile.tone(folder.resolve("good.wav"), 0.3, 16_000, 16, 1);
        Path bad = Files.writeString(folder.resolve("bad.wav"), "no");

        Outcome outcome = ganglion("hear", bad, good, folder.resolve("gone.wav"), "--out", out());

        assertEquals(ExitCode.BAD_INPUT, outcome.code());
        assertEquals(2, outcome.errorLines().size(), outcome::toString);
        assertFalse(Files.exists(out()));
    }

    @Test
    void moreSoundsThanAPageHoldsMakeSeveral() throws IOException {
        Path sound = SoundFile.tone(folder.resolve("tone.wav"), 0.02, 16_000, 16, 1);
        Object[] words = Stream.concat(
                        Stream.of("hear", "--out", out()),
                        Stream.generate(() -> sound).limit(33))
                .toArray();

        ganglion(words).assertFine();

        // 33 lists of spikes and two pages.
        assertEquals(35, namesIn(out()).size());
        assertTrue(Files.readString(out().resolve("hearing-2.html")).contains("src=\"data:audio/wav;base64,"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{encoder: {population: {neurons-per-band: 2}}}",
                "{encoder: {poisson: {rate: 200 Hz}}}",
                "{frontend: {gain: {per-channel-energy: {}}}}",
                "{frontend: {filters: gammatone, mel-bands: 20}}"
            })
    void everyChoiceOfTheEarIsHeard(String ear) throws IOException {
        Path sound = SoundFile.tone(folder.resolve("tone.wav"), 0.3, 16_000, 16, 1);
        ganglion("hear", sound, "--out", out()).assertFine();
        List<String> usual = Files.readAllLines(out().resolve("tone.spikes.csv"));

        ganglion("hear", sound, "--ear", ear, "--out", out()).assertFine();
        ganglion("hear", sound, "--ear", "", "--out", out()).assertRefusedInOneLine("--ear: found nothing");

        List<String> chosen = Files.readAllLines(out().resolve("tone.spikes.csv"));
        assertTrue(chosen.size() > 1 && !chosen.equals(usual), chosen::toString);
    }

    @Test
    void theEarOfAScenarioIsHeardToTheLastSpike() throws IOException {
        Path sound = SoundFile.tone(folder.resolve("tone.wav"), 0.3, 16_000, 16, 1);
        Path scenario = Files.writeString(folder.resolve("ear.yaml"), """
            scenario: ear
            clock: {tick: 5 ms, duration: 300 ms}
            inputs:
              - name: ear
                audio: tone.wav
                frontend:
                  hop: 5 ms
                  mel-bands: 3
                  lateral-inhibition: {width: 1}
                encoder: {lif: {beta: 0.5, threshold: 0.9}}
            network: {populations: [{name: out, size: 1, model: lif, parameters: {beta: 0.9, threshold: 1}}]}
            record: {spikes: all}
            """);
        ganglion("run", scenario, "--out", folder.resolve("run")).assertFine();
        List<String> run = Files.readAllLines(folder.resolve("run").resolve("spikes.csv")).stream()
                .filter(line -> line.contains(",ear,"))
                .toList();

        ganglion("hear", sound, "--ear", scenario, "--out", out()).assertFine();

        List<String> heard = Files.readAllLines(out().resolve("tone.spikes.csv"));
        assertTrue(heard.size() > 10, heard::toString);
        assertEquals(
                run.stream()
                        .map(line -> line.split(",")[1] + "," + line.split(",")[3])
                        .toList(),
                heard.stream()
                        .skip(1)
                        .map(HearCommandTest::inTicksOfFiveMilliseconds)
                        .toList());
    }

    private static String inTicksOfFiveMilliseconds(String line) {
        String[] fields = line.split(",");
        return Math.round(Double.parseDouble(fields[0]) / 0.005) + "," + fields[1];
    }

    private static List<String> namesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
