package ganglion.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ganglion.documents.InputException;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.current.DrivenNeurons;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A kind of chance with a seed of its own does not change with the scenario's seed, and the others do. */
class NamedSeedsTest {

    private static final List<String> KINDS = List.of("connectivity", "parameters", "noise", "inputs");

    @TempDir
    private Path folder;

    private ScenarioRun run(long seed, String seeds) throws IOException, InputException {
        Path file = Files.writeString(folder.resolve("s.yaml"), """
            scenario: chance
            clock: {tick: 1 ms, duration: 100 ms}
            %s
            inputs: [{name: in, size: 20, poisson: {rate: 50 Hz}}]
            network:
              populations:
                - name: out
                  size: 20
                  model: lif
                  parameters: {beta: 0.9, threshold: {distribution: uniform, low: 1, high: 2}}
                  currents: [{noise: {mean: 0.1, deviation: 0.3}}]
              projections: [{from: in, to: out, connectivity: {rule: bernoulli, probability: 0.5}, weights: 0.5}]
            """.formatted(seeds));
        ScenarioOverrides overrides = new ScenarioOverrides(Map.of(), OptionalLong.of(seed), List.of(), false);
        return ScenarioRunner.run(ScenarioFiles.read(file, overrides), new RunSettings(5, 1), RunProgress.NONE);
    }

    /** What came of a kind of chance in a run, as text. */
    private static String outcome(String kind, ScenarioRun run) {
        DrivenNeurons out = (DrivenNeurons) run.network().population(1).model();
        return switch (kind) {
            case "connectivity" -> described(run.network().projection(0).synapses());
            case "parameters" -> out.neurons().toString();
            case "noise" -> out.current().toString();
            default -> described(run.result().spikesOf("in").countsByNeuron(0, 100));
        };
    }

    private static String described(Synapses synapses) {
        StringBuilder targets = new StringBuilder();
        for (int source = 0; source < synapses.sourceSize(); source++) {
            for (int i = 0; i < synapses.outDegree(source); i++) {
                targets.append(source)
                        .append('-')
                        .append(synapses.target(source, i))
                        .append(' ');
            }
        }
        return targets.toString();
    }

    private static String described(int[] counts) {
        return Arrays.toString(counts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"connectivity", "parameters", "noise", "inputs"})
    void aNamedSeedHoldsItsKindOfChance(String named) throws Exception {
        ScenarioRun first = run(1, "seeds: {" + named + ": 7}");
        ScenarioRun second = run(2, "seeds: {" + named + ": 7}");
        ScenarioRun seventh = run(7, "");

        for (String kind : KINDS) {
            if (kind.equals(named)) {
                assertEquals(outcome(kind, first), outcome(kind, second), kind);
                assertEquals(outcome(kind, seventh), outcome(kind, first), kind);
            } else {
                assertNotEquals(outcome(kind, first), outcome(kind, second), kind);
            }
        }
    }
}
