package ganglion.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.kernel.plasticity.PairStdp;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spike-timing dependent plasticity from a scenario's words to the weights at the end of a run. */
class PlasticRunTest {

    @TempDir
    private Path folder;

    /** A source that fires at one tick, and a teacher that makes the target fire at another. */
    private Scenario pair(int sourceTick, int targetTick, String weights, String stdp)
            throws IOException, InputException {
        Files.writeString(folder.resolve("source.csv"), "tick,neuron\n" + sourceTick + ",0\n");
        Files.writeString(folder.resolve("teacher.csv"), "tick,neuron\n" + (targetTick - 1) + ",0\n");
        Path file = Files.writeString(folder.resolve("s.yaml"), """
            scenario: pair
            clock: {tick: 1 ms, duration: 1 s}
            inputs:
              - {name: source, spikes: source.csv, size: 1}
              - {name: teacher, spikes: teacher.csv, size: 1}
            network:
              populations: [{name: target, size: 1, model: lif, parameters: {beta: 0, threshold: 1}}]
              projections:
                - {from: teacher, to: target, weights: 2}
                - {from: source, to: target, weights: %s, delay: 5 ms, plasticity: {stdp: %s}}
            """.formatted(weights, stdp));
        return ScenarioFiles.read(file, ScenarioOverrides.NONE);
    }

    private double weightAfter(int sourceTick, int targetTick, String stdp) throws IOException, InputException {
        ScenarioRun run =
                ScenarioRunner.run(pair(sourceTick, targetTick, "0.5", stdp), new RunSettings(1, 2), RunProgress.NONE);
        assertEquals(1, run.result().spikesOf("target").size());
        assertEquals(1, run.result().weights().size());
        assertEquals(1, run.result().weights().get(0).projection());
        return run.result().weights().get(0).byPosition()[0];
    }

    private static final String ADDITIVE = "{largest-weight: 1, learning-rate: 0.1, depression: 1.5,"
            + " potentiation-exponent: 0, depression-exponent: 0,"
            + " potentiation-time-constant: 17 ms, depression-time-constant: 34 ms}";

    private ScenarioRun expecting(String expectation) throws IOException, InputException {
        Path file = pair(10, 20, "0.5", ADDITIVE).file();
        Files.writeString(file, "expect:\n  - " + expectation + "\n", StandardOpenOption.APPEND);
        return ScenarioRunner.run(
                ScenarioFiles.read(file, ScenarioOverrides.NONE), new RunSettings(1, 1), RunProgress.NONE);
    }

    /** The weight is then 0.5 + 0.1 exp(-15 / 17) = 0.54138. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {weights: {from: source, to: target}, between: [0.541, 0.542]}                                      | true
        {weights: {from: source, to: target, source: 0, target: 0, statistic: highest}, below: 0.541}       | false
        {weights: {from: source, to: target, statistic: lowest}, above: 0.541}                              | true
        """)
    void weightsAreExpectedWithinLimits(String expectation, boolean holds) throws Exception {
        ScenarioRun run = expecting(expectation);

        assertEquals(holds, run.passed());
        assertTrue(
                run.expectations().get(0).found().startsWith("0.54138"),
                run.expectations().get(0).found());
        assertTrue(
                run.expectations().get(0).text().contains(" weight from "),
                run.expectations().get(0).text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {weights: {from: teacher, to: target}, below: 1}           | found no plastic projection from teacher to target, expected one
        {weights: {from: source, to: target, target: 1}, below: 1} | /expect/0/weights/target: found neuron 1, expected 0 to 0
        {weights: {from: source, to: target}, before: 1 ms}        | /expect/0
        {weights: {from: source}, below: 1}                        | /expect/0/weights
        """)
    void refusesExpectationsOnWeightsThatDoNotChange(String expectation, String problem) {
        InputException refusal = assertThrows(InputException.class, () -> expecting(expectation));

        assertTrue(refusal.getMessage().contains(problem), refusal.getMessage());
    }

    /** The target's spike reaches the synapse 5 ticks later: 20 + 5 - 10 ticks after the source's. */
    @Test
    void potentiatesWhereTheTargetFiresAfterTheSource() throws Exception {
        assertEquals(0.5 + 0.1 * Math.exp(-15 / 17.0), weightAfter(10, 20, ADDITIVE), 1e-12);
    }

    /** The target's spike reaches the synapse at 25, the source's at 40. */
    @Test
    void depressesWhereTheTargetFiresBeforeTheSource() throws Exception {
        assertEquals(0.5 - 0.1 * 1.5 * Math.exp(-15 / 34.0), weightAfter(40, 20, ADDITIVE), 1e-12);
    }

    @Test
    void isMultiplicativeByDefault() throws Exception {
        assertEquals(
                2 * (0.25 + 0.01 * 0.75 * Math.exp(-15 / 20.0)), weightAfter(10, 20, "{largest-weight: 2}"), 1e-12);
    }

    private Scenario modelled(String plasticity, String models) throws IOException, InputException {
        Path file = pair(10, 20, "0.5", ADDITIVE).file();
        Files.writeString(
                file,
                Files.readString(file).replaceFirst("plasticity: .*}\n", "plasticity: " + plasticity + "}\n") + models);
        return ScenarioFiles.read(file, ScenarioOverrides.NONE);
    }

    private static final String OWN = """
        synapse-models:
          own:
            equations: 'dr/dt = -r/tau : 1'
            parameters: {tau: 17 ms, A: 0.2}
            on-pre: r = r + 1
            on-post: w = w + A*r
        """;

    /** As the built-in rule: the target's spike reaches the synapse 15 ticks after the source's. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {own: {A: 0.1}}                       | 0.541380809917737
        {own: {A: 0.1, tau: 0.034 s}}         | 0.56432791767012
        {triplet: {A2: 0.1, tau_plus: 17 ms}} | 0.541380809917737
        {tsodyks-markram: {}}                 | 0.5
        """)
    void takesModelsOfEquations(String plasticity, double expected) throws Exception {
        ScenarioRun run = ScenarioRunner.run(modelled(plasticity, OWN), new RunSettings(1, 2), RunProgress.NONE);

        assertEquals(expected, run.result().weights().get(0).byPosition()[0], 1e-12);
    }

    /** The delay is 5 ticks: a reward at 994 acts on what reaches the target in the last tick, 999, one at 995 later. */
    @ParameterizedTest
    @CsvSource({"993, 1.5", "994, 1.5", "995, 0.5"})
    void rewardsCountOnceTheDelayHasPassed(int tick, double expected) throws Exception {
        String rewarded = "synapse-models: {own: {on-third: w = w + 1}}\n";
        Path file = modelled("{own: {}}, modulator: teacher", rewarded).file();
        Files.writeString(folder.resolve("teacher.csv"), "tick,neuron\n" + tick + ",0\n");

        ScenarioRun run = ScenarioRunner.run(
                ScenarioFiles.read(file, ScenarioOverrides.NONE), new RunSettings(1, 1), RunProgress.NONE);

        assertEquals(expected, run.result().weights().get(0).byPosition()[0]);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {own: {B: 0.1}}             | 10 | /plasticity/own/B: found the unknown parameter "B", expected one of tau, A
        {own: {tau: 3 mV}}          | 10 | /plasticity/own/tau: found "3 mV", expected a quantity in ms
        {own: {tau: -1 ms}}         | 10 | /plasticity/own/tau: found dr/dt of own that lets it grow without bound
        {on: {}}                    | 10 | /plasticity/on: found "on", expected one of stdp, tsodyks-markram, triplet, inhibitory-homeostasis, reward-stdp, own, did you mean "own"?
        {tsodyks-markram: {U: 5}}   | 10 | /plasticity/tsodyks-markram/U: found 5.0 as U, expected a number in 0..1
        {triplet: {tau_y: 0 s}}     | 10 | /plasticity/triplet/tau_y: found 0 s as tau_y, expected a number above 0
        {reward-stdp: {}}           | 10 | /plasticity: found on-third, expected a "modulator" whose spikes it takes
        {reward-stdp: {}}, modulator: taget | 10 | /modulator: found "taget", expected the name of an input or population
        {own: {}}, modulator: target | 10 | /modulator: found a modulator, expected it beside a plasticity with on-third only
        {own: {}, triplet: {}}      | 10 | /plasticity: found an object with 2 keys, expected at most 1 keys
        {reward-stdp: {tau_c: -1 s}} | 10 | /plasticity/reward-stdp/tau_c: found
        {wrong: {}}, modulator: target | 17 | /synapse-models/wrong/on-pre: found the unknown name "x" at column 5
        """)
    void saysWhatIsWrongWithModels(String plasticity, int line, String message) {
        InputException refused = assertThrows(
                InputException.class,
                () -> modelled(plasticity, OWN + (line == 10 ? "" : "  wrong: {on-pre: w = x}\n")));

        assertTrue(refused.getMessage().contains(message), refused::getMessage);
        assertEquals(line, refused.problems().get(0).line());
        assertEquals(1, refused.problems().size());
    }

    @Test
    @DisplayName("An effect that is no number ends the run with the place of the projection")
    void effectsAreNumbers() throws Exception {
        Scenario scenario = modelled("{own: {}}", OWN.replace("r = r + 1", "effect = w/0"));

        assertRefused(scenario, "yaml:10: /network/projections/1: found no");
        assertRefused(scenario, "of the model own at tick 15, expected");
    }

    @Test
    @DisplayName("A weight that a rule would lose without a word is refused at the weights of its projection")
    void weightsKeepToTheirRange() throws Exception {
        Path file = modelled("{inhibitory-homeostasis: {largest: 2}}", "").file();
        for (String weight : new String[] {"-0.5", "2.5"}) {
            Path other = Files.writeString(
                    folder.resolve("other.yaml"), Files.readString(file).replace("weights: 0.5", "weights: " + weight));
            assertRefused(
                    ScenarioFiles.read(other, ScenarioOverrides.NONE),
                    "yaml:10: /network/projections/1/weights: the projection from source to target has the weight "
                            + weight + ", but its plasticity bounds weights by 0.0 and 2.0");
        }
    }

    @Test
    @DisplayName("A weight outside of its range in a list of synapses is refused at the key of the list")
    void listedWeightsKeepToTheirRange() throws Exception {
        Files.writeString(folder.resolve("list.csv"), "source,target,weight\n0,0,2.5\n");
        Path file = modelled("{inhibitory-homeostasis: {largest: 2}}", "").file();
        Files.writeString(file, Files.readString(file).replace("weights: 0.5", "connectivity: list.csv"));

        assertRefused(
                ScenarioFiles.read(file, ScenarioOverrides.NONE),
                "yaml:10: /network/projections/1/connectivity: the projection from source to target has the weight"
                        + " 2.5");
    }

    private static void assertRefused(Scenario scenario, String message) {
        InputException refused = assertThrows(
                InputException.class, () -> ScenarioRunner.run(scenario, new RunSettings(1, 1), RunProgress.NONE));

        assertTrue(refused.getMessage().contains(message), refused::getMessage);
    }

    @Test
    void keepsEveryParameter() throws Exception {
        assertEquals(
                Optional.of(new PairStdp(0.1, 1.5, 0, 0, 1, 17, 34)),
                pair(1, 2, "0.5", ADDITIVE).projections().get(1).plasticity());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0.5 | {}                                        | found no "largest-weight", which is required
        0.5 | {largest-weight: 0}                       | found 0, expected more than 0
        0.5 | {largest-weight: 1, learning-rate: -1}    | found -1, expected at least 0
        0.5 | {largest-weight: 1, depression-time-constant: 0 s} | the time constant of depression is 0.0
        0.5 | {largest-weight: 0.4}                     | has the weight 0.5, but its plasticity bounds weights by 0.0 and 0.4
        -0.5 | {largest-weight: 1}                      | has the weight -0.5
        """)
    void saysWhatIsWrong(String weight, String stdp, String message) {
        InputException refused = assertThrows(
                InputException.class,
                () -> ScenarioRunner.run(pair(1, 2, weight, stdp), new RunSettings(1, 1), RunProgress.NONE));

        assertTrue(refused.getMessage().contains(message), refused::getMessage);
        assertEquals(10, refused.problems().get(0).line());
    }
}
