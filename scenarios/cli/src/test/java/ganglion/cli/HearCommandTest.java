package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.terminal.ExitCode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sounds of every make are heard; what is no sound is refused in one line, and leaves nothing behind. */
final class HearCommandTest {

    @TempDir
    private Path folder;

    private Path out() {
        return folder.resolve("out");
    }

    @ParameterizedTest
    @CsvSource({"16000,16,1", "16000,8,1", "44100,24,2", "192000,16,1", "48000,32,2", "8000,16,6"})
    void everyMakeOfSoundIsHeard(int rateHertz, int bits, int channels) throws IOException {
        Path sound = SoundFile.tone(folder.resolve("tone.wav"), 0.3, rateHertz, bits, channels);

        Outcome heard = ganglion("hear", sound, "--out", out());

        heard.assertFine();
        assertTrue(Files.readAllLines(out().resolve("tone.spikes.csv")).size() > 10, "few spikes of a loud tone");
    }

    /** Sounds of other libraries than Java's own, which must be on the class path of the command line. */
    @ParameterizedTest
    @ValueSource(strings = {"tone-440-hz-mono-16-khz.ogg", "tone-440-hz-mono-16-khz.mp3"})
    void compressedSoundIsHeard(String name) throws IOException {
        Path sound = folder.resolve(name);
        try (InputStream in = HearCommandTest.class.getResourceAsStream("/sounds/" + name)) {
            Files.copy(in, sound);
        }
        Path wave = SoundFile.tone(folder.resolve("tone.wav"), 0.5, 16_000, 16, 1);

        ganglion("hear", sound, wave, "--bands", "32", "--out", out()).assertFine();

        assertEquals(
                loudestBand(out().resolve("tone.spikes.csv")),
                loudestBand(out().resolve(name.replaceAll("\\.\\w+$", ".spikes.csv"))));
    }

    private static String loudestBand(Path spikes) throws IOException {
        return Files.readAllLines(spikes).stream()
                .skip(1)
                .map(row -> row.split(",")[1])
                .collect(Collectors.groupingBy(band -> band, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    @Test
    void framesAreOfTheLengthsAskedFor() throws IOException {
        Path sound = SoundFile.tone(folder.resolve("tone.wav"), 0.3, 16_000, 16, 1);

        Outcome heard = ganglion("hear", sound, "--hop", "5 ms", "--window", "64 ms", "--out", out(), "--json");

        heard.assertFine();
        JsonNode tone = new ObjectMapper().readTree(heard.out()).at("/sounds/0");
        assertEquals(0.005, tone.get("tickSeconds").asDouble());
        assertEquals(60, tone.get("ticks").asInt());
        ganglion("hear", sound, "--hop", "5", "--out", out()).assertRefusedInOneLine("--hop", "5");
        ganglion("hear", sound, "--hop", "1 us", "--out", out())
                .assertRefusedInOneLine(
                        "found a hop of 1 \u00b5s, which is 0.016 samples at 16 kHz, expected a whole number");
        ganglion("hear", sound, "--hop", "0 ms", "--out", out())
                .assertRefusedInOneLine("found a hop of 0 s, which is 0 samples at 16 kHz, expected a whole number");
        ganglion("hear", sound, "--window", "1 h", "--out", out()).assertRefusedInOneLine("1 h");
    }

    @Test
    void foldersAreLabels() throws IOException {
        Files.createDirectories(folder.resolve("data/flute"));
        SoundFile.tone(folder.resolve("data/flute/one.wav"), 0.3, 16_000, 16, 1);

        Outcome heard = ganglion("hear", folder.resolve("data"), "--labels", "folders", "--out", out());

        heard.assertFine();
        assertTrue(heard.out().contains("one.wav (flute)"), heard.out());
        ganglion("hear", folder.resolve("data/flute"), "--labels", "folders", "--out", out())
                .assertRefusedInOneLine("flute: found no sounds in folders, expected one folder per class");
    }

    @Test
    void attributesOfNsynthAreLabels() throws IOException {
        Files.createDirectories(folder.resolve("data/audio"));
        SoundFile.tone(folder.resolve("data/audio/one.wav"), 0.3, 16_000, 16, 1);
        Files.writeString(folder.resolve("data/examples.json"), "{\"one\": {\"pitch\": 69, \"family\": \"flute\"}}");

        Outcome heard = ganglion("hear", folder.resolve("data"), "--labels", "family", "--out", out(), "--json");

        heard.assertFine();
        assertEquals(
                "flute",
                new ObjectMapper().readTree(heard.out()).at("/sounds/0/label").asText());
        ganglion("hear", folder, "--labels", "family", "--out", out())
                .assertRefusedInOneLine("examples.json: no such file, expected the list of an NSynth data set");
    }

    @Test
    void aRateOfNothingOrOfGigahertzIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(SoundFile.tone(folder.resolve("whole.wav"), 0.3, 16_000, 16, 1));
        for (long rate : new long[] {0, 4_000_000_000L}) {
            ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(24, (int) rate);
            Files.write(folder.resolve("rate.wav"), whole);

            ganglion("hear", folder.resolve("rate.wav"), "--out", out())
                    .assertRefusedInOneLine("rate.wav: ", rate + " Hz", "expected");
        }
    }

    @Test
    void aSampleThatIsNoNumberIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(SoundFile.tone(folder.resolve("whole.wav"), 0.3, 16_000, 32, 1));
        ByteBuffer wave = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        wave.putShort(20, (short) 3); // IEEE floats in the place of whole numbers
        for (int at = 44; at < whole.length; at += 4) {
            wave.putFloat(at, at == 444 ? Float.NaN : 0);
        }
        Files.write(folder.resolve("nan.wav"), whole);

        ganglion("hear", folder.resolve("nan.wav"), "--out", out()).assertRefusedInOneLine("nan.wav: ", "100");
    }

    /** A tone beyond full scale is heard as what is left of it. */
    @Test
    void clippedSoundIsHeard() throws IOException {
        byte[] whole = Files.readAllBytes(SoundFile.tone(folder.resolve("tone.wav"), 0.3, 16_000, 16, 1));
        ByteBuffer wave = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 44; at < whole.length; at += 2) {
            wave.putShort(at, wave.getShort(at) < 0 ? Short.MIN_VALUE : Short.MAX_VALUE);
        }
        Files.write(folder.resolve("clipped.wav"), whole);

        ganglion("hear", folder.resolve("tone.wav"), folder.resolve("clipped.wav"), "--out", out())
                .assertFine();

        assertEquals(loudestBand(out().resolve("tone.spikes.csv")), loudestBand(out().resolve("clipped.spikes.csv")));
    }

    @Test
    void noSoundAtAllIsAFaultOfUsage() {
        ganglion("hear", "--out", out()).assertRefusedInOneLine("found no sounds, expected files, folders, globs");
    }

    @Test
    void aPictureIsDrawn() throws IOException {
        Path sound = SoundFile.tone(folder.resolve("tone.wav"), 0.3, 16_000, 16, 1);

        ganglion("hear", sound, "--out", out()).assertFine();

        BufferedImage picture = ImageIO.read(out().resolve("hearing.png").toFile());
        assertTrue(picture.getWidth() > 500 && picture.getHeight() > 200, picture::toString);
    }

    @Test
    void aToneFiresTheBandsAroundIt() throws IOException {
        Path sound = SoundFile.tone(folder.resolve("tone.wav"), 0.5, 16_000, 16, 1);

        ganglion("hear", sound, "--out", out()).assertFine();

        List<String> rows = Files.readAllLines(out().resolve("tone.spikes.csv"));
        assertEquals("time,neuron", rows.get(0));
        long bands =
                rows.stream().skip(1).map(row -> row.split(",")[1]).distinct().count();
        assertTrue(bands >= 1 && bands <= 4, bands + " bands for a pure tone");
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
        assertTrue(Files.exists(Path.of(document.get("picture").asText())));
    }

    @Test
    void soundsOfOneNameDoNotOverwriteEachOther() throws IOException {
        Files.createDirectory(folder.resolve("a"));
        Files.createDirectory(folder.resolve("b"));
        Path one = SoundFile.tone(folder.resolve("a/tone.wav"), 0.3, 16_000, 16, 1);
        Path two = SoundFile.tone(folder.resolve("b/tone.wav"), 0.3, 16_000, 16, 1);

        ganglion("hear", one, two, "--out", out()).assertFine();

        assertEquals(List.of("hearing.html", "hearing.png", "tone-2.spikes.csv", "tone.spikes.csv"), namesIn(out()));
    }

    @Test
    void silenceIsHeardAsNoSpikes() throws IOException {
        Path tone = SoundFile.tone(folder.resolve("silence.wav"), 0.3, 16_000, 16, 1);
        byte[] silence = Files.readAllBytes(tone);
        Arrays.fill(silence, 44, silence.length, (byte) 0);
        Files.write(tone, silence);

        ganglion("hear", tone, "--out", out()).assertFine();

        assertEquals(List.of("time,neuron"), Files.readAllLines(out().resolve("silence.spikes.csv")));
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        ganglion("hear", folder.resolve("nowhere.wav"), "--out", out()).assertRefusedInOneLine("nowhere.wav: ");

        assertFalse(Files.exists(out()));
    }

    @Test
    void aFolderIsNoSound() {
        ganglion("hear", folder, "--out", out()).assertRefusedInOneLine(folder.toString());
    }

    @Test
    void anEmptyFileIsNoSound() throws IOException {
        refused(new byte[0]);
    }

    @Test
    void aTextIsNoSound() throws IOException {
        refused("not a sound at all, only words".repeat(20).getBytes());
    }

    @Test
    void aSoundCutShortIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(SoundFile.tone(folder.resolve("whole.wav"), 0.3, 16_000, 16, 1));

        refused(Arrays.copyOf(whole, whole.length / 2));
    }

    @Test
    void aHeaderCutShortIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(SoundFile.tone(folder.resolve("whole.wav"), 0.3, 16_000, 16, 1));

        refused(Arrays.copyOf(whole, 20));
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
    void brokenSoundsAreNamedAndSkippedIfAsked() throws IOException {
        SoundFile.tone(folder.resolve("good.wav"), 0.3, 16_000, 16, 1);
        Files.writeString(folder.resolve("bad.wav"), "no");

        Outcome outcome = ganglion("hear", folder, "--keep-going", "--out", out());

        assertEquals(ExitCode.FINE, outcome.code(), outcome::toString);
        assertEquals(1, outcome.errorLines().size(), outcome::toString);
        assertTrue(outcome.err().contains("skipped ") && outcome.err().contains("bad.wav: "), outcome::err);
        assertEquals(List.of("good.spikes.csv", "hearing.html", "hearing.png"), namesIn(out()));
    }

    @Test
    void nothingButBrokenSoundsIsRefusedAllTheSame() throws IOException {
        Files.writeString(folder.resolve("bad.wav"), "no");

        ganglion("hear", folder.resolve("*.wav"), "--keep-going", "--out", out())
                .assertRefusedInOneLine("bad.wav: ");
    }

    @Test
    void moreSoundsThanAPictureHoldsMakeSeveral() throws IOException {
        Path sound = SoundFile.tone(folder.resolve("tone.wav"), 0.02, 16_000, 16, 1);
        Object[] words = Stream.concat(
                        Stream.of("hear", "--out", out()),
                        Stream.generate(() -> sound).limit(33))
                .toArray();

        ganglion(words).assertFine();

        // 33 lists of spikes, two pictures and two pages.
        assertEquals(37, namesIn(out()).size());
        assertTrue(Files.exists(out().resolve("hearing-2.png")));
        assertTrue(Files.readString(out().resolve("hearing-2.html")).contains("src=\"data:audio/wav;base64,"));
    }

    @Test
    void amplitudesOfOneSoundAreCompared() throws IOException {
        Path sound = SoundFile.tone(folder.resolve("tone.wav"), 0.3, 16_000, 16, 1);

        ganglion("hear", sound, "--amplitude", "1,0.1,0", "--out", out()).assertFine();

        List<String> loud = Files.readAllLines(out().resolve("tone.spikes.csv"));
        assertEquals(loud, Files.readAllLines(out().resolve("tone-x-0.1.spikes.csv")));
        assertEquals(
                1, Files.readAllLines(out().resolve("tone-x-0.0.spikes.csv")).size());
    }

    @ParameterizedTest
    @CsvSource({
        "--encoder, level-crossing",
        "--encoder, population",
        "--encoder, poisson",
        "--gain, per-channel-energy",
        "--filters, gammatone",
        "--ear-transfer, bs-1387",
        "--bands, 20",
        "--inhibition, 1"
    })
    void everyChoiceOfTheEarIsHeard(String option, String choice) throws IOException {
        Path sound = SoundFile.tone(folder.resolve("tone.wav"), 0.3, 16_000, 16, 1);
        ganglion("hear", sound, "--out", out()).assertFine();
        List<String> usual = Files.readAllLines(out().resolve("tone.spikes.csv"));

        ganglion("hear", sound, option, choice, "--out", out()).assertFine();

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
                      triangles: [[100, 300, 400], [300, 440, 500], [400, 450, 3000]]
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

    @Test
    void anEarFromAFileGoesWithNoOtherChoiceOfEars() throws IOException {
        Path sound = SoundFile.tone(folder.resolve("tone.wav"), 0.3, 16_000, 16, 1);

        ganglion("hear", sound, "--ear", "ear.yaml", "--bands", "3", "--out", out())
                .assertRefusedInOneLine("--ear goes with no option");
        ganglion("hear", sound, "--ear", "ear.yaml", "--seed", "7", "--out", out())
                .assertRefusedInOneLine("--ear goes with no option");
        ganglion("hear", sound, "--ear", "ear.yaml", "--out", out()).assertRefusedInOneLine("ear.yaml: ");
        Path experiment = Files.writeString(folder.resolve("experiment.yaml"), "experiment: e\n");
        ganglion("hear", sound, "--ear", experiment, "--out", out())
                .assertRefusedInOneLine("experiment.yaml: found an experiment, expected a model");
    }

    /** Spikes of an encoder that the model does not have would be taken for those of the model. */
    @ParameterizedTest
    @ValueSource(strings = {"numbers", "expression"})
    void aModelThatTakesNumbersIsRefusedAsAnEar(String experiment) throws IOException {
        Path sound = SoundFile.tone(folder.resolve("tone.wav"), 0.3, 16_000, 16, 1);
        Path trained = folder.resolve("trained");
        Path text = new TinyExperiment(folder).file(experiment + ".yaml");
        ganglion("train", text, "--epochs", 1, "--threads", 1, "--out", trained).assertFine();

        ganglion("hear", sound, "--ear", trained.resolve("model.zip"), "--out", out())
                .assertRefusedInOneLine(
                        "model.zip: found a front end that gives numbers, expected one whose encoder gives spikes");
    }

    @Test
    void aScenarioThatTakesNumbersIsRefusedAsAnEar() throws IOException {
        Path sound = SoundFile.tone(folder.resolve("tone.wav"), 0.3, 16_000, 16, 1);
        Path scenario = Files.writeString(folder.resolve("ear.yaml"), """
                scenario: ear
                clock: {tick: 2 ms, duration: 300 ms}
                inputs: [{name: ear, audio: tone.wav, encoder: {currents: {features: drive}}}]
                network: {populations: [{name: out, size: 1, model: lif, parameters: {beta: 0.9, threshold: 1}}]}
                """);

        ganglion("hear", sound, "--ear", scenario, "--out", out())
                .assertRefusedInOneLine(
                        scenario + ": found a front end that gives numbers, expected one whose encoder gives spikes");
    }

    @ParameterizedTest
    @CsvSource({
        "--encoder, lef",
        "--gain, x",
        "--filters, mell",
        "--ear-transfer, iso-226",
        "--bands, 0",
        "--inhibition, 4",
        "--rate, 8000",
        "--amplitude, -1"
    })
    void aChoiceThatMakesNoSenseIsRefused(String option, String choice) throws IOException {
        Path sound = SoundFile.tone(folder.resolve("tone.wav"), 0.3, 16_000, 16, 1);

        ganglion("hear", sound, option, choice, "--out", out()).assertRefusedInOneLine();
    }

    /** Such a word once ended the pattern that was made of it. */
    @Test
    void aWordThatLooksLikeAPatternIsNamedAsItIs() {
        ganglion("hear", "a\\E[", "--out", out()).assertRefusedInOneLine("a\\E[: ");
    }

    @Test
    void noMoreAmplitudesAreComparedThanMemoryHolds() throws IOException {
        Path sound = SoundFile.tone(folder.resolve("tone.wav"), 0.3, 16_000, 16, 1);

        ganglion("hear", sound, "--amplitude", "1,".repeat(100) + "1", "--out", out())
                .assertRefusedInOneLine("found 101 amplitudes, expected at most 100");
    }

    @Test
    void aPlaceThatCannotHoldFilesIsNamed() throws IOException {
        Path sound = SoundFile.tone(folder.resolve("tone.wav"), 0.3, 16_000, 16, 1);
        Path file = Files.writeString(folder.resolve("file"), "occupied");

        ganglion("hear", sound, "--out", file.resolve("out")).assertRefusedInOneLine(file.toString());

        assertEquals("occupied", Files.readString(file));
    }

    private void refused(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("broken.wav"), content);

        ganglion("hear", file, "--out", out()).assertRefusedInOneLine("broken.wav: ");

        assertFalse(Files.exists(out()), "something was written");
    }

    private static List<String> namesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
