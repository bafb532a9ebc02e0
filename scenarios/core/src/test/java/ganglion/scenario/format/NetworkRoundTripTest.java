package ganglion.scenario.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.ProjectionSpec;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                "model: synaptic-lif, parameters: {time-constant: 10 ms, capacitance: 250, currents: [{time-constant:"
                        + " 2 ms}]}",
                "model: adaptive-lif, parameters: {beta: 0.9, adaptation: {time-constant: 200 ms, increment: [1, 2,"
                        + " 3]}}",
                "model: se-adlif, parameters: {beta: 0.9, adaptation: {time-constant: 120 ms, a: [1, 2, 3], b: 4}}",
                "model: se-adlif, parameters: {time-constant: 15 ms, adaptation: {decay: 0.99, b: [1, 2, 3]},"
                        + " threshold: 2, reset-potential: 0.5}",
                "model: leaky-integrator, parameters: {time-constant: 20 ms}",
                "model: balanced-resonate-and-fire, parameters: {frequency: 5 Hz, damping: 0.02}",
                "model: balanced-resonate-and-fire, parameters: {turn: [0.1, -0.2, 0.3], damping: 0.02, step: 0.1,"
                        + " refractory-decay: 0.5, threshold: 2}",
                "model: lif, parameters: {beta: 0.9}, currents: [{steps: [{from: 1 ms, current: [1, 2, 3]}]}]"
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "weights: w.csv",
                "connectivity: edges.csv, delay: 2 ticks",
                "weights: 0.5, connectivity: one-to-one",
                "weights: kernel.csv, connectivity: {rule: convolution, input: [1, 3], kernel: [3], channels: 1,"
                        + " padding: 1}",
                "weights: kernel.csv, connectivity: {rule: convolution, input: [1, 3, 1], kernel: [3, 1], channels: 1,"
                        + " stride: [1, 2], padding: [1, 0]}"
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
}
