package ganglion.scenario.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Problems of a scenario that would come one after the other. */
class LaterProblemsTest {

    @TempDir
    private Path folder;

    private List<String> problems(String connection, String ending) throws IOException {
        Path file = Files.writeString(folder.resolve("s.yaml"), """
            scenario: s
            clock: {tick: 1 ms, duration: 50 ms}
            inputs: [{name: taps, spikes: taps.csv, size: 1}]
            network:
              populations: [{name: out, size: 1, model: lif, parameters: {beta: 0, threshold: 1}}]
              projections: [%s]
            %s
            """.formatted(connection, ending));
        return ScenarioFiles.validate(file, ScenarioOverrides.NONE).stream()
                .map(problem -> problem.line() + ": " + problem.pointer())
                .toList();
    }

    @Test
    void aSlipInAnExpectationDoesNotHideOneInTheNetwork() throws IOException {
        Files.writeString(folder.resolve("taps.csv"), "tick,neuron\n1,0\n");

        assertEquals(
                List.of("6: /network/projections/0/to", "7: /expect/0/at-mots"),
                problems("{from: taps, to: nobody, weights: 1}", "expect: [{spikes: {population: out}, at-mots: 3}]"));
        assertEquals(
                List.of("6: /network/projections/0/delay", "7: /record/membran"),
                problems("{from: taps, to: out, weights: 1, delay: 1.5 ms}", "record: {membran: [out]}"));
    }

    /** A read-out of potentials needs them recorded, which is not to be told while the recording cannot be read. */
    @Test
    void aSpoiledRecordingIsNotMissedByTheDecision() throws IOException {
        Files.writeString(folder.resolve("taps.csv"), "tick,neuron\n1,0\n");

        assertEquals(
                List.of("7: /record/membran"),
                problems(
                        "{from: taps, to: out, weights: 1}",
                        "record: {membran: [out]}\n" + "decision: {population: out, read-out: mean-membrane}"));
    }

    /** Expectations may need what is spoiled: they are not looked at without it. */
    @Test
    void whatIsSpoiledIsNotMissedElsewhere() throws IOException {
        Files.writeString(folder.resolve("taps.csv"), "tick,neuron\n1,0\n");

        assertEquals(
                List.of("7: /hardware/0/profil"),
                problems(
                        "{from: taps, to: out, weights: 1}",
                        "hardware: [{profil: loihi}]\n"
                                + "expect: [{energy: {profile: loihi, boundary: active}, below: 1 J}]"));
        assertEquals(
                List.of("6: /network/projections/0/weight"),
                problems("{from: taps, to: out, weight: 1}", "expect: [{spikes: {population: nobody}, at-most: 3}]"));
    }
}
