package ganglion.rule.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.learning.eventprop.ExponentialDynamics;
import ganglion.learning.eventprop.adjoint.EventLoss.FirstSpikeLoss;
import ganglion.learning.eventprop.adjoint.EventLoss.ReadOutLoss;
import ganglion.learning.eventprop.train.EventPlan;
import ganglion.learning.eventprop.train.EventShape;
import ganglion.rule.experiment.EventExperiment.EventProp;
import ganglion.scenario.experiment.ExperimentFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventPropKeysTest {

    private static final String HEAD = """
            experiment: e
            task: eventprop
            seed: 3
            data: {training: {kind: spike-lists, path: train}}
            features: {step: 2 ms, channels: 6, duration: 40 ms}
            """;
    private static final String WHOLE = HEAD + """
            network: {hidden: [8, 5], recurrent: true, membrane: 8 ms, synapses: 6 ms, delay: 4 ms,
              ticks-per-step: 10}
            training: {epochs: 6, batch: 4, loss: {kind: first-spike, scale: 3 ms, early: 0.1}, learning-rate: 0.02,
              spikes-at-start: 2}
            """;

    @TempDir
    private Path temporary;

    private ExperimentFolder folder;

    @BeforeEach
    void makeData() throws IOException {
        folder = new ExperimentFolder(temporary).withSpikeLists("train", 1, 1);
    }

    private EventProp read(String text) throws IOException, InputException {
        return ((EventExperiment) folder.read(text)).network();
    }

    @Test
    void whatIsWrittenIsReadWithTimesInSteps() throws IOException, InputException {
        EventShape shape = new EventShape(6, List.of(8, 5), 2, new ExponentialDynamics(4, 3), true, 2, false);
        EventPlan plan = new EventPlan(new FirstSpikeLoss(1.5, 0.1), 6, 4, 0.02, 3);

        assertEquals(new EventProp(shape, plan, 2, 10), read(WHOLE));
    }

    @Test
    void whatIsLeftOutHasItsDefault() throws IOException, InputException {
        String text = HEAD + "network: {hidden: [8], membrane: 8 ms, ticks-per-step: 4}\ntraining: {epochs: 7}\n";
        EventShape shape = new EventShape(6, List.of(8), 2, new ExponentialDynamics(4, 2), false, 0.25, true);
        EventPlan plan = new EventPlan(new ReadOutLoss(5), 7, 32, 0.005, 3);

        assertEquals(new EventProp(shape, plan, 1, 4), read(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "synapses: 6 ms|synapses: 8 ms|/network/synapses: found 8 ms, expected a time that differs from that of the potentials by 1 % or more",
                "membrane: 8 ms|membrane: 0 ms|/network/membrane: found 0 ms, expected more than 0",
                "membrane: 8 ms, synapses: 6 ms|membrane: 0 ms|/network/membrane: found 0 ms, expected more than 0",
                "synapses: 6 ms|synapses: 0 ms|/network/synapses: found 0 ms, expected more than 0",
                "delay: 4 ms|delay: 42 ms|/network/delay: found 42 ms, expected at most the 20 steps of a sample, behind which nothing arrives",
                "scale: 3 ms|scale: 0 ms|/training/loss/scale: found no time, expected more than 0",
                "hidden: [8, 5]|hidden: [16384, 16384]|/network/hidden: found 805404672 weights, expected at most 10000000",
                "ticks-per-step: 10|ticks-per-step: 20000|/network/ticks-per-step: found 20000, expected at most 10000",
                "duration: 40 ms|duration: 100 s|/network/ticks-per-step",
                "kind: first-spike|kind: counts|/training/loss/kind: found \"counts\", expected one of first-spike, mean-membrane",
                "epochs: 6|epochs: 0|/training/epochs: found 0, expected at least 1",
            })
    void aMistakeIsToldWithItsPlace(String right, String wrong, String expected) {
        String text = (expected.endsWith("ticks-per-step")
                        ? WHOLE.replace("ticks-per-step: 10", "ticks-per-step: 1000")
                        : WHOLE)
                .replace(right, wrong);
        assertFalse(text.equals(WHOLE), right + " is not in the text");

        InputException refusal = assertThrows(InputException.class, () -> read(text));

        List<String> lines = refusal.problems().stream().map(Problem::oneLine).toList();
        assertTrue(lines.stream().anyMatch(line -> line.contains(expected)), lines::toString);
    }

    @Test
    void potentialsAreReadBehindAHiddenLayerAndFirstSpikesNeedNone() throws IOException, InputException {
        String text =
                HEAD + "network: {hidden: [], membrane: 8 ms}\ntraining: {epochs: 7, loss: {kind: first-spike}}\n";
        assertEquals(List.of(), read(text).shape().hidden());

        InputException refusal = assertThrows(
                InputException.class, () -> read(text.replace("kind: first-spike", "kind: mean-membrane")));

        assertTrue(refusal.problems()
                .get(0)
                .oneLine()
                .contains("/network/hidden: found no hidden layer for a loss of potentials"));
    }

    @Test
    void numbersAreRefused() {
        String text = WHOLE.replace(
                        "features: {step: 2 ms, channels: 6, duration: 40 ms}", "features: {as: drive, duration: 1 s}")
                .replace("spike-lists", "folders");

        InputException refusal = assertThrows(InputException.class, () -> read(text));

        assertTrue(refusal.problems().stream()
                .anyMatch(problem -> problem.oneLine()
                        .contains("/features/as: found numbers, expected \"spikes\", which EventProp needs")));
    }
}
