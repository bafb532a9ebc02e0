package ganglion.scenario.experiment.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.CochleaParameters;
import ganglion.documents.InputException;
import ganglion.learning.data.Augmentation;
import ganglion.learning.data.HearingSettings;
import ganglion.learning.data.HearingSettings.HeardAs;
import ganglion.learning.data.NoiseMix;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.DenseInput;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.Detection.MixturePlan;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.ToneNotes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mixtures of tones, and the sets of classes in them. */
class MixedNotesTest {

    private static final List<String> CLASSES = List.of("bass", "flute", "piccolo");
    private static final int STEPS = 8;
    private static final Features.Heard FEATURES = new Features.Heard(
            new HearingSettings(CochleaParameters.DEFAULT, HeardAs.NUMBERS, STEPS, Augmentation.NONE));

    @TempDir
    private Path folder;

    private List<Example> notes;

    @BeforeEach
    void writeNotes() throws IOException {
        ToneNotes.write(folder, 1, 0.1);
        notes = CLASSES.stream()
                .map(name -> new Example(name, name, folder.resolve(name).resolve(name + "-0.wav")))
                .toList();
    }

    private MixedNotes mixed(int most, long seed) throws InputException {
        return MixedNotes.of(notes, CLASSES, new MixturePlan(1, 1, 1, most, 6), FEATURES, seed);
    }

    private List<Sample> samples(int most, long seed, int count) throws InputException {
        return mixed(most, seed).samples(count, AugmentationPlan.NONE);
    }

    private static float[] flat(Sample sample) {
        float[][] rows = ((DenseInput) sample.input()).rows();
        float[] all = new float[0];
        for (float[] row : rows) {
            int length = all.length;
            all = Arrays.copyOf(all, length + row.length);
            System.arraycopy(row, 0, all, length, row.length);
        }
        return all;
    }

    /** The mean drive of a band that the tone of a class excites most, over the sample of that class alone. */
    private static double drive(Sample sample, int band) {
        double sum = 0;
        for (int t = 0; t < STEPS; t++) {
            sum += sample.input().at(t, band);
        }
        return sum / STEPS;
    }

    @Test
    void aLabelIsASetOfOneToTheMostNotes() throws InputException {
        Set<Integer> seen =
                samples(2, 1, 40).stream().map(Sample::label).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(Set.of(1, 2, 3, 4, 5, 6), seen, "every pair and every single class, but not all three");
    }

    @Test
    void aMixtureDependsOnTheSeedAndItsNumberOnly() throws InputException {
        List<Sample> few = samples(3, 5, 2);
        List<Sample> many = samples(3, 5, 6);
        List<Sample> others = samples(3, 6, 6);

        for (int i = 0; i < few.size(); i++) {
            assertEquals(few.get(i).label(), many.get(i).label());
            assertArrayEquals(flat(few.get(i)), flat(many.get(i)));
        }
        assertFalse(
                many.stream()
                        .map(Sample::label)
                        .toList()
                        .equals(others.stream().map(Sample::label).toList()),
                "another seed mixes other notes");
    }

    @Test
    void theInputHoldsTheTonesOfItsLabel() throws InputException {
        List<Sample> samples = samples(1, 2, 30);
        int bands = samples.get(0).input().size();
        int[] strongest = new int[CLASSES.size()];
        Arrays.fill(strongest, -1);
        for (Sample sample : samples) {
            int label = Integer.numberOfTrailingZeros(sample.label());
            double largest = -1;
            for (int band = 0; band < bands; band++) {
                if (drive(sample, band) > largest) {
                    largest = drive(sample, band);
                    strongest[label] = band;
                }
            }
        }

        assertTrue(
                strongest[0] < strongest[1] && strongest[1] < strongest[2],
                "bands by pitch: " + Arrays.toString(strongest));
    }

    @Test
    void changesAreAppliedToEachMixture() throws InputException {
        AugmentationPlan noisy =
                new AugmentationPlan(Augmentation.NONE.withNoise(NoiseMix.white(0, 0)), Optional.empty());

        Sample plain = samples(1, 2, 1).get(0);
        Sample changed = mixed(1, 2).samples(1, noisy).get(0);

        assertEquals(plain.label(), changed.label());
        assertFalse(Arrays.equals(flat(plain), flat(changed)));
    }

    @Test
    void aNoteOfAnUnknownClassIsRefusedWithItsFile() throws IOException {
        List<Example> more = new ArrayList<>(notes);
        more.add(new Example("horn", "horn", ToneNotes.note(folder.resolve("horn.wav"), 300, 0.1)));

        InputException refusal = assertThrows(
                InputException.class, () -> MixedNotes.of(more, CLASSES, new MixturePlan(1, 1, 1, 1, 0), FEATURES, 1));

        assertEquals(
                folder.resolve("horn.wav") + ": found the class \"horn\", expected one of bass, flute, piccolo",
                refusal.getMessage());
    }

    @Test
    void aClassWithoutANoteIsRefused() {
        InputException refusal = assertThrows(
                InputException.class,
                () -> MixedNotes.of(notes.subList(0, 2), CLASSES, new MixturePlan(1, 1, 1, 1, 0), FEATURES, 1));

        assertTrue(
                refusal.getMessage().contains("piccolo: found no sound of this class, expected at least one"),
                refusal.getMessage());
    }
}
