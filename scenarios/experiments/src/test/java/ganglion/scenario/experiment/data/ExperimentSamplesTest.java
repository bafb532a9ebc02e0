package ganglion.scenario.experiment.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.learning.data.SpikeBinning;
import ganglion.scenario.experiment.DataSource;
import ganglion.scenario.experiment.ExperimentFolder;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.LabelledExperiment;
import ganglion.scenario.experiment.trial.TrialData.SampleLocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which samples an experiment learns from, is judged by and is tried on. */
class ExperimentSamplesTest {

    private static final String TEXT = """
        experiment: e
        seed: %d
        data:
          training: {kind: spike-lists, path: train%s}
          %s
        features: {step: 2 ms, channels: 6, duration: 40 ms}
        network: {layers: [{kind: dense, outputs: %d}, {kind: leaky, beta: 0.9}]}
        training: {epochs: 1}
        """;

    private static final Features SPIKES = new Features.Recorded(new SpikeBinning(0.002, 20, 6));

    @TempDir
    private Path temporary;

    private ExperimentFolder folder;

    @BeforeEach
    void makeData() throws IOException {
        folder = new ExperimentFolder(temporary).withSpikeLists("train", 10, 1).withSpikeLists("test", 3, 2);
    }

    private ExperimentSamples samples(long seed, String more, String data, int outputs)
            throws IOException, InputException {
        String text = TEXT.formatted(seed, more, data, outputs);
        String fitting = outputs == 1 ? text.replace("epochs: 1", "epochs: 1, loss: {kind: squared-rate}") : text;
        return ExperimentSamples.read((LabelledExperiment) folder.read(fitting));
    }

    @Test
    void classesAreTheLabelsInAlphabeticalOrder() throws IOException, InputException {
        ExperimentSamples samples = samples(1, "", "test: {kind: spike-lists, path: test}", 2);

        assertEquals(List.of("high", "low"), samples.classes());
        assertEquals(20, samples.training().size());
        assertEquals(0, samples.validation().size());
        assertEquals(6, samples.test().size());
        assertEquals("high-0", samples.training().names().get(0));
        assertEquals(0, samples.training().label(0));
        assertEquals(20, samples.training().sample(0, 0).input().steps());
    }

    @Test
    void classesCanBeGivenInAnotherOrder() throws IOException, InputException {
        ExperimentSamples samples = samples(1, "", "classes: [low, high]", 2);

        assertEquals(List.of("low", "high"), samples.classes());
        assertEquals(1, samples.training().label(0));
    }

    @Test
    void aSingleOutputIsEnoughForTwoClasses() throws IOException, InputException {
        assertEquals(2, samples(1, "", "", 1).classes().size());
    }

    @Test
    void aNetworkNeedsAnOutputForEachClass() {
        InputException refusal = assertThrows(InputException.class, () -> samples(1, "", "", 3));

        assertTrue(
                refusal.getMessage()
                        .contains(
                                "/network/layers: found 3 outputs for the 2 classes high, low, expected one for each"),
                refusal.getMessage());
    }

    @Test
    void aClassThatIsNotGivenIsRefused() {
        InputException refusal = assertThrows(InputException.class, () -> samples(1, "", "classes: [low, middle]", 2));

        assertTrue(
                refusal.getMessage().contains("found the class \"high\", expected one of low, middle"),
                refusal.getMessage());
    }

    @Test
    void whatIsHeldOutIsNotLearnedFrom() throws IOException, InputException {
        ExperimentSamples samples = samples(1, "", "hold-out: {by: sample, share: 0.3}", 2);

        assertEquals(14, samples.training().size());
        assertEquals(6, samples.validation().size());
        Set<String> both = new HashSet<>(samples.training().names());
        both.retainAll(samples.validation().names());
        assertEquals(Set.of(), both);
    }

    @Test
    void aGroupThatNoSampleHasIsRefusedAtItsPlace() {
        InputException refusal =
                assertThrows(InputException.class, () -> samples(1, "", "hold-out: {groups: [low-1, low-99]}", 2));

        assertTrue(
                refusal.getMessage().contains("/data/hold-out: found the group \"low-99\", which no sample belongs to"),
                refusal.getMessage());
    }

    @Test
    void theSeedOfTheExperimentChoosesWhereOnlySomeAreTaken() throws IOException, InputException {
        List<String> first = samples(1, ", most-per-class: 4", "", 2).training().names();

        assertEquals(8, first.size());
        assertEquals(first, samples(1, ", most-per-class: 4", "", 2).training().names());
        Set<List<String>> choices = new HashSet<>();
        for (long seed = 0; seed < 6; seed++) {
            choices.add(samples(seed, ", most-per-class: 4", "", 2).training().names());
        }
        assertTrue(choices.size() > 1, "all seeds choose alike");
    }

    @Test
    void aFolderOfSpikeListsIsFoundByItsLayout() throws IOException, InputException {
        DataSource source = SampleLocation.find(folder.resolve("train"), SPIKES, "");

        assertEquals(DataSource.Kind.SPIKE_LISTS, source.kind());
        assertEquals(20, Catalogue.of(source, SPIKES, 1).size());
    }

    @Test
    void aFileOfSpikesIsTakenForHeidelbergDigitsAndATableForSounds() throws IOException, InputException {
        assertEquals(
                DataSource.Kind.HEIDELBERG,
                SampleLocation.find(folder.write("digits.h5", ""), SPIKES, "").kind());
        assertEquals(
                DataSource.Kind.TABLE,
                SampleLocation.find(folder.write("labels.CSV", ""), SPIKES, "").kind());
    }

    @Test
    void samplesThatAreNotThereAreRefused() {
        InputException refusal =
                assertThrows(InputException.class, () -> SampleLocation.find(folder.resolve("gone"), SPIKES, ""));

        assertTrue(refusal.getMessage().contains("there is no such file or folder, expected samples"));
    }
}
