package ganglion.scenario.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.CochleaParameters.BandFilters;
import ganglion.cochlea.encode.FirstSpikeEncoder;
import ganglion.cochlea.encode.LevelCrossingEncoder;
import ganglion.cochlea.encode.PhaseLockedEncoder;
import ganglion.cochlea.encode.PoissonEncoder;
import ganglion.cochlea.encode.PopulationEncoder;
import ganglion.cochlea.encode.SpikeEncoder;
import ganglion.cochlea.gain.GainControl;
import ganglion.cochlea.gain.Gains.DecibelDrive;
import ganglion.cochlea.gain.NormalisedPower;
import ganglion.cochlea.gain.PerChannelEnergy;
import ganglion.cochlea.gain.RunningMaximum;
import ganglion.documents.InputException;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every gain control, filter bank and encoder of the front end can be chosen in a scenario; ticks last 2 ms here. */
class CochleaChoicesTest {

    @TempDir
    private Path folder;

    private ScenarioFolderFixture fixture;

    @BeforeEach
    void fixture() {
        fixture = new ScenarioFolderFixture(folder);
        fixture.write("a.wav", "");
    }

    static Stream<Arguments> gains() {
        return Stream.of(
                Arguments.of("{normalised: {}}", NormalisedPower.DEFAULT),
                Arguments.of("{running-maximum: {}}", RunningMaximum.DEFAULT),
                Arguments.of(
                        "{running-maximum: {minimum-range: 0.1, decay-db-per-second: 3}}", new RunningMaximum(0.1, 3)),
                Arguments.of("{decibels: {}}", DecibelDrive.DEFAULT),
                Arguments.of("{decibels: {range-db: 60, full-scale-power: 2}}", new DecibelDrive(60, 2)),
                Arguments.of("{per-channel-energy: {}}", PerChannelEnergy.DEFAULT),
                Arguments.of(
                        "{per-channel-energy: {gain: 0.5, bias: 1, exponent: 0.25, time-constant: 100 ms,"
                                + " smallest: 0.001, scale: 7}}",
                        new PerChannelEnergy(0.5, 1, 0.25, 0.1, 0.001, 7)));
    }

    @ParameterizedTest
    @MethodSource("gains")
    void readsEveryKindOfGain(String written, GainControl expected) throws InputException {
        assertEquals(expected, cochlea("frontend: {gain: " + written + "}").gain());
    }

    static Stream<Arguments> encoders() {
        return Stream.of(
                Arguments.of("{level-crossing: {step: 0.1}}", new LevelCrossingEncoder(0.1), 128),
                Arguments.of("{first-spike: {window: 64 ms}}", new FirstSpikeEncoder(32, 0), 64),
                Arguments.of("{first-spike: {window: 5 ticks, threshold: 0.2}}", new FirstSpikeEncoder(5, 0.2), 64),
                Arguments.of("{phase-locked: {}}", new PhaseLockedEncoder(0, 0), 64),
                Arguments.of("{phase-locked: {threshold: 0.2, refractory: 4 ms}}", new PhaseLockedEncoder(0.2, 2), 64),
                Arguments.of("{population: {neurons-per-band: 5}}", new PopulationEncoder(5), 320));
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void readsEveryKindOfEncoder(String written, SpikeEncoder expected, int neurons) throws InputException {
        Input.Audio ear = ear("encoder: " + written, ScenarioOverrides.NONE);

        assertEquals(expected, ear.cochlea().encoder());
        assertEquals(neurons, ear.size());
    }

    @ParameterizedTest
    @CsvSource({"mel, MEL", "gammatone, GAMMATONE", "hair-cells, HAIR_CELLS"})
    void readsEveryKindOfFilters(String written, BandFilters expected) throws InputException {
        assertEquals(expected, cochlea("frontend: {filters: " + written + "}").filters());
    }

    @Test
    void takesTheChanceOfPoissonSpikesFromTheSeed() throws InputException {
        PoissonEncoder encoder = poisson("left", 1);

        assertEquals(0.2, encoder.spikesPerFrame(), 1e-12);
        assertEquals(encoder, poisson("left", 1));
        assertNotEquals(encoder.seed(), poisson("left", 2).seed());
        assertNotEquals(encoder.seed(), poisson("right", 1).seed());
    }

    private PoissonEncoder poisson(String name, long seed) throws InputException {
        ScenarioOverrides seeded = new ScenarioOverrides(Map.of(), OptionalLong.of(seed), List.of(), false);
        Scenario scenario = fixture.read(scenario("name: " + name + ", encoder: {poisson: {rate: 100 Hz}}"), seeded);
        return assertInstanceOf(
                PoissonEncoder.class,
                ((Input.Audio) scenario.inputs().get(1)).cochlea().encoder());
    }

    /** A projection checks its weights against the number of neurons, which the encoder decides. */
    @Test
    void countsTheNeuronsOfTheEncoderInProjections() {
        String lines = scenario("name: ear, frontend: {mel-bands: 2}, encoder: {level-crossing: {step: 0.1}}")
                .replace("from: taps", "from: ear");

        assertEquals(0, problemsOfWeights(lines.replace("weights: 0.5", "weights: [[1, 1], [1, 1], [1, 1], [1, 1]]")));
        assertEquals(1, problemsOfWeights(lines.replace("weights: 0.5", "weights: [[1, 1], [1, 1]]")));
    }

    private long problemsOfWeights(String content) {
        return fixture.problems(content).stream()
                .filter(problem -> problem.contains("/projections/0"))
                .count();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            encoder: {}                                      | /encoder: found none of lif, level-crossing, first-spike,
            encoder: {lif: {}, population: {neurons-per-band: 2}} | /encoder: found lif, population together, expected only one of
            encoder: {poison: {rate: 1 Hz}}                  | /encoder/poison: found the unknown key "poison", expected one of
            encoder: {poisson: {}}                           | /encoder/poisson: found no "rate", which is required
            encoder: {poisson: {rate: 100 ms}}               | /encoder/poisson/rate: found "100 ms", expected a frequency
            encoder: {poisson: {rate: 0 Hz}}                 | /encoder/poisson: a rate is a positive number of spikes per frame, not 0.0
            encoder: {level-crossing: {step: 0}}             | /encoder/level-crossing/step: found 0, expected more than 0
            encoder: {level-crossing: {}}                    | /encoder/level-crossing: found no "step", which is required
            encoder: {first-spike: {window: 2 ms}}           | /encoder/first-spike: a window for first spikes has 2 to 1048576 frames, not 1
            encoder: {first-spike: {window: 9e9 ticks}}      | /encoder/first-spike: a window for first spikes has 2 to 1048576 frames
            encoder: {first-spike: {window: 3 ms}}           | /encoder/first-spike/window: found "3 ms", expected a multiple of the tick of 2 ms
            encoder: {phase-locked: {threshold: -1}}         | /encoder/phase-locked/threshold: found -1, expected at least 0
            encoder: {population: {neurons-per-band: 1}}     | /encoder/population/neurons-per-band: found 1, expected at least 2
            frontend: {filters: gamatone}                    | /frontend/filters: found "gamatone", expected one of mel, gammatone, hair-cells, did you mean "gammatone"?
            frontend: {gain: {}}                             | /frontend/gain: found none of normalised, running-maximum,
            frontend: {gain: {decibels: {range-db: 0}}}      | /frontend/gain/decibels/range-db: found 0, expected more than 0
            frontend: {gain: {running-maximum: {decay-db-per-second: -1}}} | /frontend/gain/running-maximum/decay-db-per-second: found -1, expected at least 0
            frontend: {gain: {per-channel-energy: {gain: 2}}} | /frontend/gain/per-channel-energy/gain: found 2, expected at most 1
            frontend: {gain: {per-channel-energy: {time-constant: 0 s}}} | /frontend/gain/per-channel-energy: time constant, smallest power and scale
            """)
    void saysWhatIsWrongWithAChoice(String written, String expected) {
        List<String> problems = fixture.problems(scenario("name: ear, " + written));

        assertTrue(
                problems.stream().anyMatch(problem -> problem.startsWith("s.yaml:8: /inputs/1" + expected)),
                () -> "expected " + expected + "\nfound " + problems);
    }

    private CochleaParameters cochlea(String written) throws InputException {
        return ear(written, ScenarioOverrides.NONE).cochlea();
    }

    private Input.Audio ear(String written, ScenarioOverrides overrides) throws InputException {
        Scenario scenario = fixture.read(scenario("name: ear, " + written), overrides);
        return assertInstanceOf(Input.Audio.class, scenario.inputs().get(1));
    }

    private static String scenario(String ear) {
        return ScenarioFolderFixture.edited("network:\n", "  - {audio: a.wav, " + ear + "}\nnetwork:\n");
    }
}
