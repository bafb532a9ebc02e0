package ganglion.scenario.experiment.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.contour.Contour;
import ganglion.documents.DocumentSchema;
import ganglion.documents.InputException;
import ganglion.documents.place.Documents;
import ganglion.documents.place.Place;
import ganglion.learning.data.HearingSettings.HeardAs;
import ganglion.learning.engine.ReadOut;
import ganglion.learning.loss.Loss.BinaryCrossEntropyMeanMembrane;
import ganglion.learning.loss.Loss.CrossEntropyCount;
import ganglion.learning.model.LayerShape;
import ganglion.learning.train.TrainingPlan;
import ganglion.learning.train.TrainingPlan.EpochCriterion;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.DataSource;
import ganglion.scenario.experiment.Detection;
import ganglion.scenario.experiment.Detection.MixturePlan;
import ganglion.scenario.experiment.ExperimentData.HoldOut;
import ganglion.scenario.experiment.ExperimentFolder;
import ganglion.scenario.experiment.Features;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What experiments are that say no more than they must, with the defaults written out by hand. */
class TaskDefaultsTest {

    private static final String NETWORK = """
            network: {layers: [{kind: dense, outputs: 2}, {kind: leaky, beta: 0.9}]}
            training: {epochs: 3}
            """;

    private static final String SOUNDS = """
            data: {training: {kind: folders, path: data}}
            features: {duration: 1 s}
            """;

    private static final String SPIKES = """
            data: {training: {kind: spike-lists, path: data}}
            features: {step: 2 ms, channels: 6, duration: 40 ms}
            """;

    @TempDir
    private Path temporary;

    private ExperimentFolder folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = new ExperimentFolder(temporary).with("data").with("more");
    }

    private Classification classification(String text) throws IOException, InputException {
        return (Classification) folder.read("experiment: e\n" + text);
    }

    @Test
    void theTaskIsClassificationAndTheSeed42() throws IOException, InputException {
        Classification experiment = classification(SOUNDS + NETWORK);

        assertEquals("e", experiment.head().name());
        assertEquals("classification", experiment.head().task());
        assertEquals("", experiment.head().description());
        assertEquals(42, experiment.head().seed());
        assertEquals(42, experiment.training().seed());
    }

    @Test
    void aTrainingHasTheDefaultsOfTheLearner() throws IOException, InputException {
        TrainingPlan training = classification(SOUNDS + NETWORK).training();

        assertEquals(TrainingPlan.of(42, 3, 32, new CrossEntropyCount()), training);
    }

    @Test
    void soundsAreHeardAsSpikesThroughTheDefaultFrontEnd() throws IOException, InputException {
        Features.Heard heard = assertInstanceOf(
                Features.Heard.class, classification(SOUNDS + NETWORK).features());

        assertEquals(HeardAs.SPIKES, heard.settings().heardAs());
        assertEquals(CochleaParameters.DEFAULT, heard.settings().ear());
        assertEquals(500, heard.steps(), "hops of 2 ms in a second");
        assertEquals(64, heard.inputs());
        assertEquals(Contour.USUAL.rangeDecibels(), heard.settings().contour().rangeDecibels());
    }

    @Test
    void cepstralCoefficientsAreTwenty() throws IOException, InputException {
        Features features = classification(SOUNDS.replace("duration: 1 s", "as: cepstrum, duration: 1 s") + NETWORK)
                .features();

        assertEquals(20, features.inputs());
    }

    @Test
    void recordedSpikesAreBinned() throws IOException, InputException {
        Features features = classification(SPIKES + NETWORK).features();

        assertFalse(features.fromSound());
        assertEquals(20, features.steps());
        assertEquals(6, features.inputs());
        assertEquals(0.002, features.stepSeconds());
    }

    @Test
    void allInputsAreChannelsUnlessTheNetworkSaysOtherwise() throws IOException, InputException {
        assertEquals(
                LayerShape.of(6), classification(SPIKES + NETWORK).network().input());
        assertEquals(
                new LayerShape(1, 2, 3),
                classification(SPIKES + NETWORK.replace("{layers", "{input: [1, 2, 3], layers"))
                        .network()
                        .input());
    }

    @Test
    void soundsStayAsTheyAre() throws IOException, InputException {
        assertEquals(AugmentationPlan.NONE, classification(SOUNDS + NETWORK).augmentation());

        AugmentationPlan empty =
                classification(SOUNDS + NETWORK + "augmentation: {}\n").augmentation();
        assertFalse(empty.changes().active());
        assertTrue(empty.noiseFolder().isEmpty());
    }

    @Test
    void noiseIsWhiteAndInEverySampleUnlessToldOtherwise() throws IOException, InputException {
        AugmentationPlan plan = classification(SOUNDS + NETWORK + "augmentation: {noise: {ratio-db: [5, 20]}}\n")
                .augmentation();

        assertEquals(1, plan.changes().noise().share());
        assertEquals(5, plan.changes().noise().lowestRatioDecibels());
        assertEquals(20, plan.changes().noise().highestRatioDecibels());
        assertEquals(42, plan.changes().seed());
        assertTrue(plan.noiseFolder().isEmpty());
    }

    @Test
    void aFifthOfTheGroupsIsHeldOutByTheSeedOfTheExperiment() throws IOException, InputException {
        HoldOut holdOut = classification(
                        "seed: 8\n" + SOUNDS.replace("path: data}}", "path: data}, hold-out: {}}") + NETWORK)
                .data()
                .holdOut()
                .orElseThrow();

        assertEquals(new HoldOut("/data/hold-out", true, 0.2, List.of(), 8), holdOut);
    }

    @Test
    void singleSamplesOrNamedGroupsCanBeHeldOut() throws IOException, InputException {
        HoldOut holdOut = classification(
                        SOUNDS.replace("path: data}}", "path: data}, hold-out: {by: sample, groups: [a, b], seed: 1}}")
                                + NETWORK)
                .data()
                .holdOut()
                .orElseThrow();

        assertEquals(new HoldOut("/data/hold-out", false, 0.2, List.of("a", "b"), 1), holdOut);
    }

    @Test
    void aDataSetHasNoGroupsNamesOrLimitUnlessItSaysSo() throws IOException, InputException {
        DataSource source = classification(SOUNDS + NETWORK).data().training();

        assertEquals("/data/training", source.pointer());
        assertEquals(DataSource.Kind.FOLDERS, source.kind());
        assertEquals("data", source.path().written());
        assertEquals("", source.label());
        assertEquals("", source.group());
        assertTrue(source.names().isEmpty());
        assertEquals(0, source.mostPerClass());
    }

    @Test
    void detectorsLearnByTheirPotentials() throws IOException, InputException {
        Detection detection = (Detection) folder.read("""
                experiment: d
                task: detection
                data:
                  training: {kind: folders, path: data}
                  test: {kind: folders, path: more}
                features: {duration: 1 s}
                """ + NETWORK);

        assertEquals(new MixturePlan(1000, 300, 300, 3, 12), detection.mixtures());
        assertInstanceOf(
                BinaryCrossEntropyMeanMembrane.class,
                detection.training().objective().loss());
        assertEquals(ReadOut.MEAN_MEMBRANE, detection.training().selection().readOut());
        assertEquals(EpochCriterion.LOSS, detection.training().selection().criterion());
        assertEquals("more", detection.test().path().written());
    }

    @Test
    void valuesOfTheCommandLineAreInTheDocumentThatIsKept() throws IOException, InputException {
        Classification experiment = (Classification)
                folder.read("experiment: e\n" + SOUNDS + NETWORK, Map.of("/training/batch", "4", "/seed", "9"));

        assertEquals(4, experiment.training().batchSize());
        assertEquals(9, experiment.training().seed());
        assertTrue(experiment.head().document().contains("\"batch\" : 4"));
    }

    @Test
    void featuresMustBeReadBeforeWhatNeedsThem() {
        IllegalStateException error = assertThrows(
                IllegalStateException.class, () -> NetworkKeys.NETWORK.type().read(bareNetwork()));

        assertTrue(error.getMessage().contains("Features"), error.getMessage());
    }

    private static Place bareNetwork() throws InputException {
        return Documents.root(Path.of("network.yaml"), "{\"layers\": []}", root -> DocumentSchema.of("{}"));
    }
}
