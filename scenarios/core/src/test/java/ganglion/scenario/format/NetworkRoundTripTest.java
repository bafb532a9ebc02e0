package ganglion.scenario.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.kernel.neuron.current.AlphaCurrent;
import ganglion.kernel.neuron.model.AlphaLif;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.ProjectionSpec;
import ganglion.scenario.model.ProjectionSpec.WeightSource;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a population or projection says is the same after it is read, written and read again. */
class NetworkRoundTripTest {

    private static final String LIF = "{name: out, size: 3, model: lif, parameters: {beta: 0.5}}";

    @TempDir
    private Path folder;

    private Scenario scenario(String population, String projection) throws IOException, InputException {
        Path file = Files.writeString(folder.resolve("s.yaml"), """
                scenario: round-trip
                clock: {tick: 0.1 ms, duration: 10 ms}
                inputs:
                  - {name: source, size: 3, regular: {period: 1 ms}}
                network:
                  populations:
                    - %s
                  projections:
                    - %s
                """.formatted(population, projection));
        return ScenarioFiles.read(file, ScenarioOverrides.NONE);
    }

    private PopulationSpec population(String text) throws IOException, InputException {
        return scenario(text, "{from: source, to: out, weights: 1}")
                .populations()
                .get(0);
    }

    private PopulationSpec writtenAndRead(PopulationSpec population) throws IOException, InputException {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        PopulationKeys.write(
                population, scenario(LIF, "{from: source, to: out, weights: 1}").clock(), written);
        return population(written.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model: lif, parameters: {beta: 0.9}",
                "model: lif, parameters: {time-constant: 7 ms, integration: closed-form, refractory: 2 ms}",
                "model: lif, parameters: {beta: 0.9, membrane-step: 0.015625, threshold: 3}",
                "model: lif, parameters: {beta: [0.9, 0.8, 0.7], threshold: 2, strict: true, reset: value,"
                        + " reset-potential: -0.5, rest: 0.25, bias: [1, 2, 3], initial-potential: 0.5}, start: 2 ticks",
                "model: lif, parameters: {beta: 0.9, reset: subtract, delayed-reset: true}, labels: [a, b, c]",
                "model: lif, parameters: {beta: 0.9, reset: none, rest: -0.0}",
                "model: lif, parameters: {beta: 0.9, reset: zero-losing-input, delayed-reset: true}",
                "model: lif, parameters: {beta: {distribution: uniform, low: 0.1, high: 0.9, clip: [0.3, 0.7]}}",
                "model: synaptic-lif, parameters: {beta: 0.9, currents: [{decay: 0.8, gain: 2, bias: [1, 2, 3]},"
                        + " {time-constant: 3 ms}], order: potential-first}",
                "model: synaptic-lif, parameters: {time-constant: 10 ms, capacitance: 250, currents: [{time-constant: 2 ms}]}",
                "model: adaptive-lif, parameters: {beta: 0.9, adaptation: {time-constant: 200 ms, increment: [1, 2, 3]}}",
                "model: se-adlif, parameters: {beta: 0.9, adaptation: {time-constant: 120 ms, a: [1, 2, 3], b: 4}}",
                "model: se-adlif, parameters: {time-constant: 15 ms, adaptation: {decay: 0.99, b: [1, 2, 3]},"
                        + " threshold: 2, reset-potential: 0.5}",
                "model: leaky-integrator, parameters: {time-constant: 20 ms}",
                "model: resonate-and-fire, parameters: {time-constant: 50 ms, frequency: 40 Hz, reset-potential: 0.5}",
                "model: resonate-and-fire, parameters: {decay: [0.9, 0.8, 0.7], frequency: 333.333 Hz, threshold: 2}",
                "model: balanced-resonate-and-fire, parameters: {frequency: 5 Hz, damping: 0.02}",
                "model: balanced-resonate-and-fire, parameters: {turn: [0.1, -0.2, 0.3], damping: 0.02, step: 0.1,"
                        + " refractory-decay: 0.5, threshold: 2}",
                "model: izhikevich, parameters: {}",
                "model: izhikevich, parameters: {a: [0.1, 0.2, 0.3], b: 0.25, c: -50, d: 2, bias: 10}",
                "model: lif, parameters: {beta: 0.9}, currents: [{steps: [{from: 1 ms, current: [1, 2, 3]}]},"
                        + " {noise: {mean: 1, deviation: 0.1, hold: 1 ms}}, {poisson: {rate: 12.3 kHz, weight: 0.1}}]"
            })
    void keepsAPopulationToTheLastBit(String keys) throws Exception {
        PopulationSpec population = population("{name: out, size: 3, " + keys + "}");

        assertEquals(unworded(population), unworded(writtenAndRead(population)));
    }

    private static ProjectionSpec unworded(ProjectionSpec projection) {
        return new ProjectionSpec(
                projection.pointer(),
                projection.from(),
                projection.to(),
                projection.connectivity(),
                projection.weights(),
                projection.delays(),
                projection.plasticity());
    }

    /** Without how a file words it, which has many ways. */
    private static PopulationSpec unworded(PopulationSpec population) {
        return new PopulationSpec(
                population.pointer(),
                population.name(),
                population.size(),
                population.model(),
                population.labels(),
                population.startTick());
    }

    @Test
    void keepsTheWordsOfAPopulationForPeople() throws Exception {
        PopulationSpec population = population("{name: out, size: 3, model: lif, parameters: {time-constant: 20 ms, "
                + "bias: [1, 2, 3]}, currents: [{poisson: {rate: 8 kHz, weight: 0.25}}]}");

        assertEquals(
                "time-constant: 20 ms, bias: [1, 2, 3]; currents: [{poisson: {rate: 8 kHz, weight: 0.25}}]",
                population.written());
    }

    /** What a file says of such currents can only be found again up to rounding. */
    @Test
    void keepsCurrentsOfAlphaShapeUpToRounding() throws Exception {
        PopulationSpec population = population(
                "{name: out, size: 3, model: alpha-lif, parameters: {time-constant: 17 ms,"
                        + " threshold: 20, capacitance: 281, currents: [{time-constant: 2 ms}, {time-constant: 0.74 ms}]}}");

        AlphaLif expected = (AlphaLif) population.model();
        AlphaLif found = (AlphaLif) writtenAndRead(population).model();

        assertEquals(expected.membrane(), found.membrane());
        for (int i = 0; i < 2; i++) {
            double[] before = numbers(expected.currents().get(i));
            double[] after = numbers(found.currents().get(i));
            for (int k = 0; k < before.length; k++) {
                assertEquals(before[k], after[k], 1e-12 * Math.abs(before[k]));
            }
        }
        assertEquals(2, found.currents().size());
    }

    private static double[] numbers(AlphaCurrent current) {
        return Stream.of(current.decay(), current.coupling(), current.riseGain(), current.currentGain())
                .mapToDouble(values -> values.at(0))
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "weights: 0.5",
                "weights: {distribution: normal, mean: 1, deviation: 0.1, truncate: [0, 2]}, delay: 3 ticks",
                "weights: {distribution: lognormal, median: 1, sigma: 0.5}",
                "weights: 1, connectivity: one-to-one, delay: {distribution: uniform, low: 1 ms, high: 2 ms, clip: [1 ms, 1.5 ms]}",
                "weights: w.csv",
                "connectivity: edges.csv, delay: 2 ticks",
                "weights: 1, connectivity: {rule: all-to-all, autapses: false}",
                "weights: 1, connectivity: {rule: one-to-one}",
                "weights: 1, connectivity: {rule: bernoulli, probability: 0.25}",
                "weights: 1, connectivity: {rule: fixed-in-degree, degree: 2, multapses: false}",
                "weights: 1, connectivity: {rule: fixed-out-degree, degree: 2, autapses: false}",
                "weights: 1, connectivity: {rule: fixed-total, total: 5}",
                "weights: 1, connectivity: {rule: distance, probability: 0.5, profile: gaussian, range: 0.2, target-grid: [1, 3],"
                        + " extent: [2], periodic: true}, delay: {at-zero: 0.25 ms, per-length: 2 ms}",
                "weights: 1, connectivity: {rule: distance, probability: 0.5, profile: step, range: 0.2}",
                "weights: 1, connectivity: {rule: distance, probability: 0.5, profile: exponential, range: 0.2}",
                "weights: kernel.csv, connectivity: {rule: convolution, input: [1, 3], kernel: [3], channels: 1, padding: 1}",
                "weights: kernel.csv, connectivity: {rule: convolution, input: [1, 3, 1], kernel: [3, 1], channels: 1,"
                        + " stride: [1, 2], padding: [1, 0]}",
                "weights: 0.5, plasticity: {stdp: {largest-weight: 1}}",
                "weights: 0.5, plasticity: {stdp: {largest-weight: 2, learning-rate: 0.1, depression: 1.05,"
                        + " potentiation-exponent: 0, depression-exponent: 0.5, potentiation-time-constant: 17 ms,"
                        + " depression-time-constant: 34 ms}}"
            })
    void keepsAProjection(String keys) throws Exception {
        Files.writeString(folder.resolve("w.csv"), "1,2,3\n4,5,6\n7,8,9\n");
        Files.writeString(folder.resolve("kernel.csv"), "1,2,3\n");
        Files.writeString(folder.resolve("edges.csv"), "source,target,weight\n0,1,0.5\n");
        ProjectionSpec projection = scenario(LIF, "{from: source, to: out, " + keys + "}")
                .projections()
                .get(0);

        String written = ProjectionKeys.PROJECTION.write(projection).toString();

        assertEquals(
                unworded(projection),
                unworded(scenario(LIF, written).projections().get(0)),
                written);
    }

    @Test
    void keepsAMatrixOfWeights() throws Exception {
        ProjectionSpec projection = scenario(
                        LIF, "{from: source, to: out, weights: [[1, 2, 3], [4, 5, 6], [7, 8, 9.5]]}")
                .projections()
                .get(0);

        String written = ProjectionKeys.PROJECTION.write(projection).toString();

        assertTrue(written.contains("[7.0,8.0,9.5]"), written);
        WeightSource.Inline again = (WeightSource.Inline)
                scenario(LIF, written).projections().get(0).weights();
        assertEquals(9.5, again.rows()[2][2]);
    }
}
