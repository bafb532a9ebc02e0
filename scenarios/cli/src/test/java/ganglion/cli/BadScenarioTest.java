package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each thing that a user can get wrong is one line with its place, exit code 2, and nothing written. */
final class BadScenarioTest {

    @TempDir
    private Path temporary;

    private ScenarioOnDisk scenario;

    @BeforeEach
    void writeAScenario() throws IOException {
        scenario = new ScenarioOnDisk(temporary.resolve("scenario"));
    }

    private Outcome run() {
        return ganglion("run", scenario.file(), "--out", temporary.resolve("out"));
    }

    /** Runs and checks that the run is refused in one line with the given parts. */
    private void refused(String... parts) {
        run().assertRefusedInOneLine(parts);
        assertFalse(Files.exists(temporary.resolve("out")), "something was written");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "beta: 0.9       | beta: -0.1        | /network/populations/0/parameters/beta | -0.1",
                "beta: 0.9       | beta: 1.5         | /network/populations/0/parameters/beta | 1.5",
                "size: 2, model  | size: -2, model   | /network/populations/0/size | -2",
                "tick: 1 ms      | tick: 0 ms        | /clock/tick | expected",
                "tick: 1 ms      | tick: 1 furlong   | /clock/tick | 1 furlong",
                "duration: 50 ms | duration: -50 ms  | /clock/duration | -50 ms",
                "delay: 1 tick   | delay: 0 ticks    | /network/projections/0/delay | 0 ticks",
                "delay: 1 tick   | delay: 1.5 ms     | /network/projections/0/delay | 1.5 ms",
                "to: out         | to: aut           | /network/projections/0/to | out",
                "from: taps      | from: nowhere     | /network/projections/0/from | nowhere",
                "hardware: [loihi| hardware: [lohi   | /hardware/0 | loihi",
                "between: [3, 3] | between: [5, 3]   | /expect/0 | expected"
            })
    void aValueOutOfItsRangeIsNamedWithItsPlace(String part, String replacement, String pointer, String also)
            throws IOException {
        scenario.with(part, replacement);

        refused("scenario.yaml:", pointer, also);
    }

    @ParameterizedTest
    @CsvSource({"beta: 0.9,beta: .nan", "threshold: 1,threshold: .inf", "weights: 1.0,weights: -.inf"})
    void whatIsNoFiniteNumberIsRefusedWithItsLine(String part, String replacement) throws IOException {
        scenario.with(part, replacement);

        refused("scenario.yaml:", replacement.replaceFirst(".*: -?", ""));
    }

    @Test
    void twoPopulationsOfOneNameAreRefused() throws IOException {
        String population = "    - {name: out, size: 2, model: lif";
        scenario.with(population, population + ", parameters: {beta: 0.5}}\n" + population);

        refused("scenario.yaml:8: /network/populations/1/name: ", "out");
    }

    @ParameterizedTest
    @CsvSource({
        "clock:,klock:,clock",
        "populations:,popullations:,populations",
        "threshold:,treshold:,threshold",
        "expect:,expects:,expect"
    })
    void aMisspeltKeyIsAnsweredWithTheOneMeant(String key, String misspelt, String meant) throws IOException {
        scenario.with(key, misspelt);

        Outcome run = run();

        assertEquals(ExitCode.BAD_INPUT, run.code());
        assertTrue(run.err().contains("did you mean \"" + meant + "\"?"), run.err());
        assertFalse(Files.exists(temporary.resolve("out")));
    }

    @Test
    void aDuplicateKeyIsRefused() throws IOException {
        scenario.with("decision:", "scenario: again\ndecision:");

        refused("scenario.yaml:", "scenario");
    }

    @Test
    void severalProblemsAreToldAtOnce() throws IOException {
        scenario.with("beta: 0.9", "beta: 7").with("size: 2, model", "size: -2, model");

        Outcome run = run();

        assertEquals(ExitCode.BAD_INPUT, run.code());
        assertEquals(2, run.errorLines().size(), run::toString);
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(scenario.file());

        refused("scenario.yaml");
    }

    @Test
    void anEmptyFileIsNoScenario() throws IOException {
        Files.writeString(scenario.file(), "");

        refused("scenario.yaml");
    }

    @Test
    void whatIsNoYamlIsRefusedWithItsLine() throws IOException {
        scenario.with("network:", "network: [");

        refused("scenario.yaml:");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        byte[] noise = new byte[4096];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (i * 31);
        }
        Files.write(scenario.file(), noise);

        refused("scenario.yaml");
    }

    @Test
    void aYamlBombIsRefusedBeforeItGoesOff() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [boom, boom, boom, boom, boom, boom, boom, boom, boom]\n");
        for (int level = 1; level < 30; level++) {
            String before = "*a" + (level - 1);
            bomb.append("a" + level + ": &a" + level + " [" + (before + ", ").repeat(8) + before + "]\n");
        }
        Files.writeString(scenario.file(), bomb);

        refused("scenario.yaml");
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        Files.writeString(scenario.file(), "scenario: " + "[".repeat(100_000));

        refused("scenario.yaml");
    }

    @Test
    void aTypeTagCreatesNothing() throws IOException {
        scenario.with("scenario: two-taps", "scenario: !!javax.script.ScriptEngineManager [x]");

        Outcome run = run();

        assertEquals(ExitCode.BAD_INPUT, run.code(), run::toString);
    }

    @Test
    void weightsOfAnotherShapeAreRefused() throws IOException {
        scenario.with("connectivity: one-to-one, weights: 1.0", "weights: w.csv")
                .withFile("w.csv", "1,2,3\n4,5,6\n");

        refused("/network/projections/0/weights: w.csv", "expected");
    }

    @Test
    void weightsThatAreNoNumbersAreRefusedWithTheirLine() throws IOException {
        scenario.with("connectivity: one-to-one, weights: 1.0", "weights: w.csv")
                .withFile("w.csv", "1,2\n3,many\n");

        refused("w.csv", "many");
    }

    @Test
    void missingWeightsAreNamed() throws IOException {
        scenario.with("connectivity: one-to-one, weights: 1.0", "weights: gone.npy");

        refused("gone.npy");
    }

    @Test
    void aSpikeOfANeuronThatDoesNotExistIsRefusedWithItsLine() throws IOException {
        scenario.withFile("taps.csv", "time,neuron\n0.001,0\n0.002,9\n");

        refused("taps.csv", "9");
    }

    @Test
    void aPathOutOfTheFolderNeedsLeave() throws IOException {
        Files.move(scenario.folder().resolve("taps.csv"), temporary.resolve("taps.csv"));
        scenario.with("spikes: taps.csv", "spikes: ../taps.csv");

        refused("../taps.csv", "--allow-outside-paths");
        ganglion("run", scenario.file(), "--out", temporary.resolve("out"), "--allow-outside-paths")
                .assertFine();
    }

    @Test
    void anAbsolutePathIsLeaveEnough() throws IOException {
        Path taps = Files.move(scenario.folder().resolve("taps.csv"), temporary.resolve("taps.csv"));
        scenario.with("spikes: taps.csv", "spikes: " + taps);

        run().assertFine();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/clock/tack=1 ms", "/network/populations/7/size=2", "clock=1", "/seed=many"})
    void aSettingThatFitsNowhereIsRefused(String setting) {
        Outcome run = ganglion("run", scenario.file(), "--out", temporary.resolve("out"), "--set", setting);

        assertEquals(ExitCode.BAD_INPUT, run.code(), run::toString);
        assertFalse(Files.exists(temporary.resolve("out")));
    }

    @Test
    void anUnknownProfileOfTheCommandLineIsRefused() {
        ganglion("run", scenario.file(), "--profile", "lohi", "--out", temporary.resolve("out"))
                .assertRefusedInOneLine("lohi", "did you mean \"loihi\"?");
    }

    @Test
    void brokenSoundIsRefusedWithItsName() throws IOException {
        scenario.withSound("broken.wav").withFile("broken.wav", "no sound");

        refused("broken.wav");
    }

    @Test
    void missingSoundIsRefusedWithItsName() throws IOException {
        scenario.withSound("gone.wav");

        refused("gone.wav");
    }

    @ParameterizedTest
    @CsvSource({"16000,24,1", "44100,8,1", "48000,16,2", "192000,16,1"})
    void everyMakeOfSoundRuns(int rateHertz, int bits, int channels) throws IOException {
        scenario.withSound("tone.wav");
        SoundFile.tone(scenario.folder().resolve("tone.wav"), 0.2, rateHertz, bits, channels);

        run().assertFine();
    }
}
