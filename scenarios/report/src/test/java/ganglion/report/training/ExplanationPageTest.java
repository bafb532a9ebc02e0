package ganglion.report.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.explain.Explainer;
import ganglion.learning.explain.Explainer.Explanation;
import ganglion.learning.file.ModelFiles;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.model.Model;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.SpikeInput;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.format.ExperimentFiles;
import ganglion.scenario.experiment.format.TrainedClassifier;
import ganglion.scenario.experiment.run.ExplainedSamples;
import ganglion.scenario.experiment.run.ExplainedSamples.Named;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplanationPageTest {

    private static final String HOSTILE = "<script>alert(1)</script>";
    private static final int INPUTS = 6;
    private static final int STEPS = 20;

    @TempDir
    private Path folder;

    private TrainedClassifier classifier;
    private Explanation explanation;

    @BeforeEach
    void explainASample() throws Exception {
        Files.createDirectories(folder.resolve("patterns"));
        Path file = Files.writeString(folder.resolve("e.yaml"), """
                experiment: patterns
                data: {training: {kind: spike-lists, path: patterns}, classes: [a, b]}
                features: {step: 2 ms, channels: 6, duration: 40 ms}
                network: {input: [1, 1, 6], layers: [{kind: dense, outputs: 5}, {kind: leaky, beta: 0.9},
                          {kind: dense, outputs: 2}, {kind: leaky, beta: 0.8}]}
                training: {epochs: 1, read-out: spike-count}
                """);
        Classification experiment = (Classification) ExperimentFiles.read(file, ScenarioOverrides.NONE);
        Model model =
                Model.create(experiment.network().input(), experiment.network().layers(), 5);
        Path modelFile = folder.resolve("model.zip");
        ModelFiles.write(
                new TrainedModel(model, List.of(HOSTILE, "b"), experiment.head().document()), modelFile);
        classifier = TrainedClassifier.read(modelFile);
        explanation = new Explainer(model, classifier.training().selection().readOut())
                .explain(new Sample(everySecondStep(), 0));
    }

    /** All inputs fire at every second step. */
    private static SpikeInput everySecondStep() {
        int[] starts = IntStream.rangeClosed(0, STEPS)
                .map(step -> (step + 1) / 2 * INPUTS)
                .toArray();
        return new SpikeInput(
                INPUTS,
                starts,
                IntStream.range(0, starts[STEPS]).map(i -> i % INPUTS).toArray());
    }

    private String page(Optional<Named> right, Optional<Named> wrong) {
        return ExplanationPage.of(
                classifier,
                "as trained " + HOSTILE,
                new ExplainedSamples(
                        List.of(new ExplainedSamples.Pair(right, wrong)),
                        List.of(Optional.of(explanation.map()), Optional.empty()),
                        8));
    }

    @Test
    void aSampleIsShownWithItsInputSpikesPotentialsAndMap() {
        String page = page(Optional.of(new Named("one", explanation)), Optional.empty());

        long spikes = IntStream.range(0, INPUTS * STEPS)
                .filter(i -> explanation.input().at(i / INPUTS, i % INPUTS) != 0)
                .count();
        assertEquals(60, spikes);
        assertEquals(5, page.split("<figure ", -1).length - 1, "mean map, input, hidden layer, potentials, map");
        for (String title : List.of("Input", "Potentials of the outputs", "What the decision rests on")) {
            assertTrue(page.contains("aria-label=\"" + title), title);
        }
        assertTrue(page.contains(" spikes of hidden layer 1</text>"), page);
        assertTrue(page.contains(">40 ms</text>"), "the time axis ends with the sample");
        assertTrue(page.contains("<p>Wrong: none.</p>"), page);
    }

    @Test
    void hostileNamesOfSamplesClassesAndConditionsStayText() {
        Named hostile = new Named(HOSTILE, explanation);

        String page = page(Optional.of(hostile), Optional.of(hostile));

        assertEquals(1, page.split("<script", -1).length - 1, page);
        assertTrue(page.split("&lt;script&gt;", -1).length - 1 >= 6, page);
    }

    @Test
    void inputsThatAreSpikesNeedNoNames() {
        assertEquals("", ExplanationPage.InputNames.of(classifier.features()));
    }
}
