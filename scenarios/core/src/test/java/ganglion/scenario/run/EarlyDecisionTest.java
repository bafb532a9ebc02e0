package ganglion.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.Decision.TakenEarly;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The second neuron fires at ticks 1 to 10, the first at ticks 11 to 40: five spikes to none are certain with 99.3 %, four with 98.5 %. */
final class EarlyDecisionTest {

    @TempDir
    private Path folder;

    private ScenarioRun run(String decision) throws Exception {
        return run(decision, 2, "");
    }

    private ScenarioRun run(String decision, int size, String rest) throws Exception {
        StringBuilder taps = new StringBuilder("tick,neuron\n");
        IntStream.range(0, 40).forEach(tick -> taps.append(tick + "," + (tick < 10 ? size - 1 : 0) + "\n"));
        Files.writeString(folder.resolve("taps.csv"), taps);
        Path file = Files.writeString(folder.resolve("s.yaml"), """
                scenario: early
                clock: {tick: 1 ms, duration: 50 ms}
                inputs: [{name: taps, spikes: taps.csv, size: %d}]
                network:
                  populations: [{name: out, size: %d, model: lif, parameters: {beta: 0, threshold: 1}}]
                  projections: [{from: taps, to: out, connectivity: one-to-one, weights: 1}]
                decision: {population: out%s}
                %s
                """.formatted(size, size, decision, rest));
        return ScenarioRunner.run(
                ScenarioFiles.read(file, ScenarioOverrides.NONE), new RunSettings(1000, 1), RunProgress.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", read-out: spike-count"})
    void isTakenAsSoonAsItIsCertainAndTheNetworkGoesOn(String readOut) throws Exception {
        Decision decision =
                run(readOut + ", stop-when-certain: 0.99").decisions().get(0);

        assertEquals("1", decision.winner());
        assertEquals(Optional.of(new TakenEarly(6, "0")), decision.taken());
        assertTrue(decision.isEarly());
        assertEquals(OptionalLong.of(1), decision.firstSpikeTick());
        assertEquals(
                List.of(30, 10), IntStream.of(decision.spikeCounts()).boxed().toList());
    }

    @Test
    void isTakenAtTheEndIfItIsNeverCertainOrNeedNotBe() throws Exception {
        Decision late = run(", stop-when-certain: 0.99, delay: 7 ticks, duration: 8 ticks")
                .decisions()
                .get(0);
        assertEquals(Optional.of(new TakenEarly(15, "1")), late.taken());
        assertFalse(late.isEarly());
        assertEquals("1", late.winner());

        Decision plain = run("").decisions().get(0);
        assertEquals("0", plain.winner());
        assertEquals(Optional.empty(), plain.taken());
        assertFalse(plain.isEarly());
    }

    /** Six ticks of 1 ms; without the key, the first spike of the winner counts, which comes at 11 ms. */
    @Test
    void theTimeThatItTookCanBeExpected() throws Exception {
        String expect = "expect: [{decision-latency: {percentile: 100}, between: [6 ms, 6 ms]}]";

        assertTrue(run(", stop-when-certain: 0.99", 2, expect)
                .expectations()
                .get(0)
                .passed());
        assertEquals("11 ms", run("", 2, expect).expectations().get(0).found());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | , stop-when-certain: 1                              | /decision/stop-when-certain | found 1",
                "2 | , stop-when-certain: 0.5                            | /decision/stop-when-certain | found 0.5",
                "2 | , stop-when-certain: .nan                           | /decision/stop-when-certain | found",
                "2 | , stop-when-certain: 0.9, read-out: first-spike     | /decision/stop-when-certain | found a read-out that compares no counts of neurons",
                "1 | , stop-when-certain: 0.9                            | /decision/stop-when-certain | found a single neuron",
            })
    void refusesWhatCannotBeCertain(int size, String decision, String pointer, String message) {
        InputException refused = assertThrows(InputException.class, () -> run(decision, size, ""));

        assertTrue(refused.getMessage().contains(pointer), refused.getMessage());
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }
}
