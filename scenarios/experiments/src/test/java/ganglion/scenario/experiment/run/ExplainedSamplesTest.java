package ganglion.scenario.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.learning.explain.OcclusionMap;
import ganglion.learning.file.ModelFiles;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.model.Model;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.train.ConfusionMatrix;
import ganglion.learning.train.DataSet;
import ganglion.learning.train.Evaluator.Evaluation;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.ExperimentFolder;
import ganglion.scenario.experiment.data.Examples;
import ganglion.scenario.experiment.format.TrainedClassifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The choice of the samples that are explained, from evaluations with known leads. */
class ExplainedSamplesTest {

    private static final int STEPS = 20;

    @TempDir
    private Path temporary;

    private TrainedClassifier classifier;

    @BeforeEach
    void makeClassifier() throws IOException, InputException {
        ExperimentFolder folder = new ExperimentFolder(temporary).withSpikeLists("train", 1, 1);
        Classification experiment = (Classification) folder.read("""
                experiment: e
                data: {training: {kind: spike-lists, path: train}}
                features: {step: 2 ms, channels: 6, duration: 40 ms}
                network: {layers: [{kind: dense, outputs: 2}, {kind: leaky, beta: 0.9}]}
                training: {epochs: 1}
                """);
        Model model =
                Model.create(experiment.network().input(), experiment.network().layers(), 1);
        Path file = folder.resolve("model.zip");
        ModelFiles.write(
                new TrainedModel(model, List.of("a", "b"), experiment.head().document()), file);
        classifier = TrainedClassifier.read(file);
    }

    private static Examples samples(int... labels) {
        List<Sample> samples = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int label : labels) {
            int[] starts = new int[STEPS + 1];
            int[] neurons = new int[STEPS];
            for (int t = 0; t < STEPS; t++) {
                starts[t + 1] = t + 1;
                neurons[t] = (t + label * 3) % 6;
            }
            samples.add(new Sample(new SpikeInput(6, starts, neurons), label));
            names.add("s" + names.size());
        }
        return new Examples(DataSet.of(samples), names);
    }

    /** Decisions by the sign of a lead: a positive lead is right. */
    private static Evaluation evaluation(int[] labels, double... leads) {
        int[] decisions = new int[labels.length];
        double[][] scores = new double[labels.length][2];
        for (int i = 0; i < labels.length; i++) {
            decisions[i] = leads[i] > 0 ? labels[i] : 1 - labels[i];
            scores[i][decisions[i]] = Math.abs(leads[i]);
        }
        return new Evaluation(
                0,
                ConfusionMatrix.of(2, labels, decisions),
                new double[] {0.5, 0.5},
                List.of(),
                labels,
                decisions,
                scores);
    }

    private ExplainedSamples explained(int[] labels, int pairs, double... leads) {
        return ExplainedSamples.of(classifier, samples(labels), evaluation(labels, leads), pairs);
    }

    private static List<String> wrong(ExplainedSamples explained) {
        return explained.pairs().stream().map(pair -> name(pair.wrong())).toList();
    }

    private static List<String> right(ExplainedSamples explained) {
        return explained.pairs().stream().map(pair -> name(pair.right())).toList();
    }

    private static String name(Optional<ExplainedSamples.Named> sample) {
        return sample.map(ExplainedSamples.Named::name).orElse("-");
    }

    @Test
    void theMistakesWithTheLargestLeadComeFirst() {
        ExplainedSamples explained = explained(new int[] {0, 0, 0, 1, 1}, 2, 1, -2, -5, -3, 1);

        assertEquals(List.of("s2", "s3"), wrong(explained));
    }

    @Test
    void besideAMistakeStandsASampleOfItsClassWithAMedianLead() {
        ExplainedSamples explained = explained(new int[] {0, 0, 0, 1, 0}, 1, 9, 1, 4, 7, -3);

        assertEquals(List.of("s4"), wrong(explained));
        assertEquals(List.of("s2"), right(explained), "leads of class 0 are 1, 4 and 9");
    }

    @Test
    void noSampleStandsTwiceBesideMistakesOfOneClass() {
        ExplainedSamples explained = explained(new int[] {0, 0, 0, 0, 0, 0}, 3, 1, 2, 3, -1, -2, -3);

        assertEquals(List.of("s5", "s4", "s3"), wrong(explained));
        assertEquals(3, right(explained).stream().distinct().count(), right(explained)::toString);
        assertEquals("s1", right(explained).get(0));
    }

    @Test
    void aClassWithoutCorrectSamplesLeavesTheMistakeAlone() {
        ExplainedSamples explained = explained(new int[] {0, 1}, 1, -1, 2);

        assertEquals(List.of("s0"), wrong(explained));
        assertEquals(List.of("-"), right(explained));
    }

    @Test
    void withoutMistakesTypicalSamplesOfTheClassesTakeTurns() {
        ExplainedSamples explained = explained(new int[] {0, 0, 1, 1}, 4, 1, 2, 3, 4);

        assertEquals(List.of("-", "-", "-", "-"), wrong(explained));
        assertEquals(List.of("s1", "s3", "s0", "s2"), right(explained));
    }

    @Test
    void morePairsThanSamplesHaveEmptyPlaces() {
        ExplainedSamples explained = explained(new int[] {0}, 3, 1);

        assertEquals(List.of("s0", "-", "-"), right(explained));
    }

    @Test
    void noPairsLeaveTheMeans() {
        ExplainedSamples explained = explained(new int[] {0, 0}, 0, 1, 2);

        assertEquals(List.of(), explained.pairs());
        assertTrue(explained.means().get(0).isPresent());
        assertFalse(explained.means().get(1).isPresent(), "no sample of class 1 is correct");
        assertEquals(8, explained.meanSamples());
    }

    @Test
    void aMeanIsTakenOverTheFirstEightCorrectSamples() {
        int[] labels = new int[12];
        double[] leads = new double[12];
        Arrays.fill(leads, 1);
        leads[0] = -1;

        OcclusionMap mean = explained(labels, 0, leads).means().get(0).orElseThrow();
        ExplainedSamples.Named one =
                explained(labels, 1, leads).pairs().get(0).right().orElseThrow();

        double[] single = one.explanation().map().falls();
        assertEquals(single.length, mean.falls().length);
        for (int i = 0; i < single.length; i++) {
            assertEquals(single[i], mean.falls()[i], 1e-9, "all samples of the class are the same");
        }
    }

    @Test
    void anExplanationIsThatOfTheModel() {
        ExplainedSamples.Named sample =
                explained(new int[] {1}, 2, 1).pairs().get(1).right().orElseThrow();

        assertEquals("s0", sample.name());
        assertEquals(1, sample.explanation().label());
        assertEquals(STEPS, sample.explanation().input().steps());
    }
}
