package ganglion.scenario.experiment.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.data.DataSetException;
import ganglion.documents.InputException;
import ganglion.documents.place.DocumentPath;
import ganglion.learning.data.Augmentation;
import ganglion.learning.data.HearingSettings;
import ganglion.learning.data.HearingSettings.HeardAs;
import ganglion.learning.data.NoiseMix;
import ganglion.learning.data.Performer;
import ganglion.learning.data.SpikeBinning;
import ganglion.learning.sample.Sample.DenseInput;
import ganglion.learning.sample.Sample.SampleInput;
import ganglion.learning.sample.SpikeInput;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.ToneNotes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The inputs that a network gets of sounds and of recorded spikes. */
class ExampleInputsTest {

    private static final Features RECORDED = new Features.Recorded(new SpikeBinning(0.001, 5, 3));
    private static final List<String> CLASSES = List.of("bass", "flute");

    @TempDir
    private Path folder;

    private static Features.Heard heard(HeardAs as, int steps) {
        return new Features.Heard(new HearingSettings(CochleaParameters.DEFAULT, as, steps, Augmentation.NONE));
    }

    private Example tone(String label, double hertz) throws IOException {
        return new Example(label, "g", ToneNotes.note(folder.resolve(label + ".wav"), hertz, 0.1));
    }

    private Example list(String name, String text) throws IOException {
        return new Example("bass", "g", Files.writeString(folder.resolve(name), text));
    }

    private static Examples read(Features features, List<Example> examples, AugmentationPlan plan)
            throws InputException {
        return new ExampleInputs(features, CLASSES).read(examples, plan);
    }

    private static AugmentationPlan noise(NoiseMix mix, Optional<Path> folder) {
        return new AugmentationPlan(
                Augmentation.NONE.withNoise(mix), folder.map(path -> new DocumentPath(path.toString(), path)));
    }

    private static int most(SampleInput input) {
        double largest = -1;
        int place = -1;
        for (int i = 0; i < input.size(); i++) {
            double sum = 0;
            for (int t = 0; t < input.steps(); t++) {
                sum += input.at(t, i);
            }
            place = sum > largest ? i : place;
            largest = Math.max(largest, sum);
        }
        return place;
    }

    @Test
    void aSoundBecomesSpikesOfTheCochleaWithTheNumberOfItsClass() throws IOException, InputException {
        Features.Heard features = heard(HeardAs.SPIKES, 12);

        Examples samples = read(features, List.of(tone("flute", 900), tone("bass", 200)), AugmentationPlan.NONE);

        assertEquals(List.of("flute", "bass"), samples.names());
        assertEquals(1, samples.label(0));
        assertEquals(0, samples.label(1));
        SpikeInput spikes =
                assertInstanceOf(SpikeInput.class, samples.sample(0, 0).input());
        assertEquals(12, spikes.steps());
        assertEquals(features.inputs(), spikes.size());
        assertTrue(spikes.neurons().length > 0, "a loud tone fires");
    }

    @Test
    void aSampleWithItsInputIsNotReadAgain() throws InputException {
        SpikeInput input = new SpikeInput(3, new int[] {0, 1, 1, 1, 1, 1}, new int[] {2});
        Example example =
                new Example("1", "flute", "1", folder.resolve("gone.h5"), Optional.of(input), Performer.AS_RECORDED);

        Examples samples = read(RECORDED, List.of(example), AugmentationPlan.NONE);

        assertEquals(input, samples.sample(0, 0).input());
        assertEquals(1, samples.label(0));
    }

    @Test
    void spikesBeyondTheSampleAreCutOff() throws IOException, InputException {
        Examples samples = read(
                RECORDED,
                List.of(list("late.csv", "time,neuron\n1 ms,0\n4 ms,2\n5 ms,1\n1 s,1\n")),
                AugmentationPlan.NONE);

        SampleInput input = samples.sample(0, 0).input();
        assertEquals(5, input.steps());
        assertEquals(1, input.at(1, 0));
        assertEquals(1, input.at(4, 2));
        assertEquals(2, ((SpikeInput) input).neurons().length);
    }

    @Test
    void aListWithAChannelThatDoesNotExistIsRefusedWithItsFile() throws IOException {
        List<Example> examples = List.of(list("wrong.csv", "time,neuron\n1 ms,3\n"));

        InputException refusal =
                assertThrows(InputException.class, () -> read(RECORDED, examples, AugmentationPlan.NONE));

        assertTrue(refusal.getMessage().contains("wrong.csv"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("3"), refusal.getMessage());
    }

    @Test
    void aFileThatIsGoneIsRefusedWithItsName() {
        List<Example> spikes = List.of(new Example("bass", "g", folder.resolve("gone.csv")));
        List<Example> sounds = List.of(new Example("bass", "g", folder.resolve("gone.wav")));

        InputException spikeRefusal =
                assertThrows(InputException.class, () -> read(RECORDED, spikes, AugmentationPlan.NONE));
        InputException soundRefusal =
                assertThrows(InputException.class, () -> read(heard(HeardAs.SPIKES, 3), sounds, AugmentationPlan.NONE));

        assertTrue(spikeRefusal.getMessage().contains("gone.csv"), spikeRefusal.getMessage());
        assertTrue(soundRefusal.getMessage().contains("gone.wav"), soundRefusal.getMessage());
    }

    @Test
    void aClassIsLookedUpBeforeAnyFileIsRead() {
        List<Example> examples = List.of(new Example("horn", "g", folder.resolve("gone.wav")));

        InputException refusal =
                assertThrows(InputException.class, () -> read(RECORDED, examples, AugmentationPlan.NONE));

        assertTrue(
                refusal.getMessage().endsWith("found the class \"horn\", expected one of bass, flute"),
                refusal.getMessage());
    }

    @Test
    void numbersThatDoNotFitIntoTheMemoryAreRefusedAtOnce() throws IOException {
        Features.Heard large = heard(HeardAs.NUMBERS, Integer.MAX_VALUE);
        List<Example> examples = List.of(tone("bass", 200));

        InputException refusal = assertThrows(InputException.class, () -> read(large, examples, AugmentationPlan.NONE));

        String message = refusal.problems().get(0).message();
        assertTrue(message.startsWith("found 1 samples of 2147483647 steps with "), message);
        assertTrue(message.endsWith("(GANGLION_JAVA_OPTIONS=-Xmx8g gives more)"), message);
    }

    @Test
    void aPlayerChangesASound() throws IOException, InputException {
        Example plain = tone("bass", 300);

        Examples samples = read(
                heard(HeardAs.NUMBERS, 10), List.of(plain, plain.as("flute", Performer.PLAYER)), AugmentationPlan.NONE);

        assertEquals(List.of("bass", "bass"), samples.names(), "a name is that of the file");
        assertEquals(1, samples.label(1));
        assertFalse(Arrays.deepEquals(
                ((DenseInput) samples.sample(0, 0).input()).rows(),
                ((DenseInput) samples.sample(1, 0).input()).rows()));
    }

    @Test
    void noiseOfAFolderReplacesWhiteNoise() throws IOException, DataSetException {
        ToneNotes.note(folder.resolve("noise/hum.wav"), 100, 0.05);
        NoiseMix white = NoiseMix.white(3, 6);

        Augmentation with = ExampleInputs.withNoise(noise(white, Optional.of(folder.resolve("noise"))));

        assertEquals(1, with.noise().clips().size());
        assertEquals(3, with.noise().lowestRatioDecibels());
        assertEquals(6, with.noise().highestRatioDecibels());
        assertEquals(white.share(), with.noise().share());
    }

    @Test
    void aNoiseFolderThatIsGoneIsRefused() throws IOException {
        AugmentationPlan plan = noise(NoiseMix.white(3, 6), Optional.of(folder.resolve("gone")));
        List<Example> examples = List.of(tone("bass", 200));

        InputException refusal =
                assertThrows(InputException.class, () -> read(heard(HeardAs.NUMBERS, 4), examples, plan));

        assertTrue(refusal.getMessage().contains("gone"), refusal.getMessage());
    }
}
