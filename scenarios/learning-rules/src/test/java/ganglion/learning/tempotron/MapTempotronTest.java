package ganglion.learning.tempotron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.data.LabelledSamples;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.DenseInput;
import ganglion.learning.sample.Sample.SampleInput;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.train.ConfusionMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MapTempotronTest {

    private static final int BANDS = 6;
    private static final int FRAMES = 24;
    private static final List<String> CLASSES = List.of("rising", "falling", "still");

    private static final MapTempotron.Settings SETTINGS = new MapTempotron.Settings(
            SelfOrganisingMap.Settings.of(3, 3, 5), 1, new Tempotron.Settings(6, 1.5, 1, 0.02, 0.5), 3, 0.2, 200);

    /** A tone whose band rises, falls or stays in the middle: the same bands, in another order in time. */
    private static SampleInput sweep(int label, Random random) {
        float[][] rows = new float[FRAMES][BANDS];
        int start = random.nextInt(3);
        for (int t = start; t < start + FRAMES - 6; t++) {
            double share = (double) (t - start) / (FRAMES - 7);
            double band = (BANDS - 1) * (label == 0 ? share : label == 1 ? 1 - share : 0.5);
            for (int i = 0; i < BANDS; i++) {
                rows[t][i] = (float) (Math.exp(-(i - band) * (i - band)) + 0.05 * random.nextDouble());
            }
        }
        return new DenseInput(rows);
    }

    private static LabelledSamples sweeps(int count, long seed) {
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            samples.add(new Sample(sweep(k % CLASSES.size(), random), k % CLASSES.size()));
        }
        return new LabelledSamples(samples, CLASSES);
    }

    @Test
    void tellsSweepsApartThatItHasNeverHeard() {
        MapTempotron classifier = MapTempotron.fit(sweeps(60, 1), SETTINGS, 7);

        ConfusionMatrix unheard = classifier.evaluate(sweeps(60, 2));

        assertEquals(60, unheard.total());
        assertTrue(unheard.accuracy() >= 0.9, unheard.toString());
        assertEquals(CLASSES, classifier.classes());
    }

    @Test
    void aSoundingFrameIsASpikeOfTheUnitThatWinsIt() {
        MapTempotron classifier = MapTempotron.fit(sweeps(30, 1), SETTINGS, 7);
        DenseInput sound = (DenseInput) sweep(0, new Random(3));

        SpikeInput spikes = classifier.spikes(sound);

        assertEquals(9, spikes.size());
        assertEquals(FRAMES, spikes.steps());
        int sounding = 0;
        for (int t = 0; t < FRAMES; t++) {
            double[] frame = new double[BANDS];
            boolean silent = true;
            for (int i = 0; i < BANDS; i++) {
                frame[i] = sound.at(t, i);
                silent &= frame[i] == 0;
            }
            sounding += silent ? 0 : 1;
            for (int unit = 0; unit < spikes.size(); unit++) {
                float expected = !silent && unit == classifier.map().winner(frame) ? 1 : 0;
                assertEquals(expected, spikes.at(t, unit), "frame " + t + ", unit " + unit);
            }
        }
        assertEquals(FRAMES - 6, sounding);
    }

    @Test
    void severalUnitsMaySpikeForAFrame() {
        MapTempotron.Settings soft = new MapTempotron.Settings(SETTINGS.map(), 2, SETTINGS.tempotron(), 3, 0.2, 200);
        MapTempotron classifier = MapTempotron.fit(sweeps(30, 1), soft, 7);

        SpikeInput spikes = classifier.spikes(sweep(1, new Random(3)));

        assertEquals(2 * (FRAMES - 6), spikes.neurons().length);
        assertTrue(
                classifier.evaluate(sweeps(30, 2)).accuracy() > 0.6,
                classifier.evaluate(sweeps(30, 2)).toString());
    }

    @Test
    void theClassWithMostVotesWins() {
        MapTempotron classifier = MapTempotron.fit(sweeps(60, 1), SETTINGS, 7);

        int clear = 0;
        for (Sample sample : sweeps(60, 2).samples()) {
            int[] votes = classifier.votes(sample.input());
            int most = Arrays.stream(votes).max().orElseThrow();
            int winner = classifier.predict(sample.input());
            assertTrue(Arrays.stream(votes).allMatch(count -> count >= 0 && count <= 3));
            assertEquals(most, votes[winner]);
            clear += most > 0
                            && Arrays.stream(votes)
                                            .filter(count -> count == most)
                                            .count()
                                    == 1
                    ? 1
                    : 0;
        }
        assertTrue(clear > 30, "only " + clear + " of 60 elections were clear");
    }

    @Test
    void saysWhatIsMissing() {
        LabelledSamples silent =
                new LabelledSamples(List.of(new Sample(new DenseInput(new float[3][2]), 0)), List.of("nothing"));
        assertThrows(IllegalArgumentException.class, () -> MapTempotron.fit(silent, SETTINGS, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new MapTempotron.Settings(SETTINGS.map(), 0, SETTINGS.tempotron(), 1, 0, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new MapTempotron.Settings(SETTINGS.map(), 1, SETTINGS.tempotron(), 1, -0.1, 1));
        assertEquals(100, MapTempotron.Settings.of(10, 20, 5).map().units());
    }
}
