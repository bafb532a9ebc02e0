package ganglion.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.scenario.cost.DeviceEstimates;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.Checkpoints;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.RunStorage;
import ganglion.scenario.result.ScenarioRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenarios whose neuron models are texts of equations, of their own and of the library. */
class EquationModelsTest {

    private static final String OWN = """
            models:
              own:
                equations: |
                  dv/dt = (EL - v + R*I)/tau : mV
                  dw/dt = -w/(10 ms) : mV
                  dz/dt = -z/ms : 1
                parameters: {tau: 20 ms, EL: -70 mV, R: 0.1 Gohm, I: 300 pA}
                start: {v: EL, w: 4 mV, z: 0}
                weight-unit: mV
                input: v = v + input
                threshold: v > -50 mV
                reset: v = EL
            """;

    @TempDir
    private Path folder;

    private ScenarioRun run(String models, String population, String rest) throws IOException, InputException {
        Path file = Files.writeString(folder.resolve("s.yaml"), """
                scenario: equations
                clock: {tick: 0.05 ms, duration: 100 ms}
                %snetwork:
                  populations:
                    - {name: cells, %s}
                %s
                """.formatted(models, population, rest));
        return ScenarioRunner.run(
                ScenarioFiles.read(file, ScenarioOverrides.NONE),
                new RunSettings(1000, 1),
                new RunStorage(Checkpoints.NONE, Optional.of(folder.resolve("recordings"))),
                RunProgress.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "adex, 1 nA, 2, 20",
        "adex-conductance, 1 nA, 2, 20",
        "lif-conductance, 200 pA, 3, 8",
        "lif-alpha-conductance, 500 pA, 5, 20",
        "exponential-lif, 200 pA, 2, 20",
        "theta, 0.5, 2, 6",
        "hodgkin-huxley, 500 pA, 3, 20"
    })
    @DisplayName("Each model of the library fires at a current, and is silent without")
    void libraryFires(String model, String current, int fewest, int most) throws Exception {
        String population = "size: 2, model: %s, parameters: {I: [%s, 0]}".formatted(model, current);
        int[] counts = run("", population, "").result().spikesOf("cells").countsByNeuron(0, 2000);
        assertTrue(counts[0] >= fewest && counts[0] <= most, () -> counts[0] + " spikes");
        assertEquals(0, counts[1]);
    }

    @Test
    @DisplayName("Values of each neuron may have units or not, and a probe sees a state besides the potential")
    void valuesAndStates() throws Exception {
        ScenarioRun run = run(
                OWN,
                "size: 3, model: own, parameters: {I: [300 pA, 0.1 nA, 250]}",
                "record: {states: [{population: cells, state: w, every: 10 ms, neurons: [1]}]}");
        int[] counts = run.result().spikesOf("cells").countsByNeuron(0, 2000);
        // tau ln(30 / 10) = 22 ms, never, tau ln(25 / 5) = 32 ms
        assertEquals(List.of(4, 0, 3), List.of(counts[0], counts[1], counts[2]));
        List<String> rows = Files.readAllLines(folder.resolve("recordings/probe-0-w-cells.csv"));
        double second = Double.parseDouble(rows.get(2).split(",")[3]);
        assertEquals(4 * Math.exp(-10.05 / 10), second, 1e-12);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            I: 300 pA}      | I: 300 pq}      | s.yaml:9: /models/own/parameters: found "300 pq", expected a number and a unit
            -w/(10 ms) : mV | -w/(10 mV) : mV | s.yaml:5: /models/own/equations: found 1 for dw/dt at line 2, column 11, expected mV/ms
            reset: v = EL   | refractory: 2 mV | /models/own/refractory: found "2 mV", expected a time such as 2 ms, or a comparison
            v > -50 mV      | v               | s.yaml:13: /models/own/threshold: found "v", expected a comparison
            reset: v = EL   | resets: v = EL  | found the unknown key "resets"
            """)
    @DisplayName("Mistakes in a text have their line and key")
    void mistakesInTexts(String right, String wrong, String expected) {
        String models = OWN.replace(right, wrong);
        InputException refused = assertThrows(InputException.class, () -> run(models, "size: 1, model: own", ""));
        assertTrue(refused.getMessage().contains(expected), refused::getMessage);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            size: 1, model: owm                              | /model: found "owm", expected one of lif,
            size: 1, model: own, parameters: {J: 3}          | /parameters/J: found the unknown parameter "J", expected one of tau, EL, R, I
            size: 1, model: own, parameters: {I: 3 mV}       | /parameters/I: found "3 mV", expected a quantity in pA
            size: 3, model: own, parameters: {I: [1, 2]}     | there are 2 values of the I for 3 neurons
            size: 1, model: lif                              | found no "parameters", which
            """)
    @DisplayName("So have those in a population")
    void mistakesInPopulations(String population, String expected) {
        InputException refused = assertThrows(InputException.class, () -> run(OWN, population, ""));
        assertTrue(refused.getMessage().contains(expected), refused::getMessage);
    }

    @Test
    @DisplayName(
            "A tick that is too long for an equation is refused with one that would do, and so is a name that is taken")
    void tooFastAndTaken() {
        String fast = OWN.replace("(EL - v + R*I)/tau", "(EL - v)*(1 + (v - EL)^2/(1 mV^2))*100/tau");
        InputException stiff = assertThrows(
                InputException.class, () -> run(fast.replace("tau: 20 ms", "tau: 1 ms"), "size: 1, model: own", ""));
        assertTrue(
                stiff.getMessage()
                        .contains(
                                "/model: found dv/dt of own, which is too fast for the tick, expected a tick of at most 27.8"),
                stiff::getMessage);
        InputException uneven = assertThrows(
                InputException.class, () -> run(OWN + "    refractory: 0.12 ms\n", "size: 1, model: own", ""));
        assertTrue(
                uneven.getMessage()
                        .contains(
                                "found a refractory period of 120 µs of own, expected a multiple of the tick of 50 µs"),
                uneven::getMessage);
        String own = OWN.replace("  own:", "  lif:");
        InputException taken = assertThrows(InputException.class, () -> run(own, "size: 1, model: adex", ""));
        assertTrue(
                taken.getMessage().contains("/models/lif: found the name of a model of Ganglion's"), taken::getMessage);
    }

    @Test
    @DisplayName("A refractory period may be given in ticks")
    void refractoryTicks() throws Exception {
        String fast = OWN.replace("I: 300 pA", "I: 10 mA") + "    refractory: 9 ticks\n";
        int[] counts =
                run(fast, "size: 1, model: own", "").result().spikesOf("cells").countsByNeuron(0, 2000);
        assertEquals(200, counts[0]);
    }

    @Test
    @DisplayName("No device has a price for them: neither a chip nor a processor")
    void haveNoPrice() throws Exception {
        ScenarioRun run = run(OWN, "size: 2, model: own", "hardware: [loihi, stm32u575]");
        List<DecisionEstimate> estimates = DeviceEstimates.of(run).ofRun();
        assertTrue(estimates.stream().noneMatch(DecisionEstimate::possible), estimates::toString);
        assertTrue(estimates.toString().contains("no device has a figure for a step of the equations of cells"));
    }

    @Test
    @DisplayName("A state that becomes infinite ends the run with the place of the population and the time")
    void diverges() {
        String models = OWN.replace("(EL - v + R*I)/tau", "(v - EL)^3/(1 mV^2)/ms")
                .replace("v > -50 mV", "v > 1e200 mV")
                .replace("reset: v = EL", "");
        InputException refused = assertThrows(
                InputException.class, () -> run(models.replace("v: EL,", "v: EL + 90 mV,"), "size: 1, model: own", ""));
        assertTrue(
                refused.getMessage()
                        .matches(
                                "(?s).*/network/populations/0: found no finite number as v of neuron 0 .*, at .* [µm]?s"),
                refused::getMessage);
    }
}
