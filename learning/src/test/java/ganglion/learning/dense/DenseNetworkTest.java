package ganglion.learning.dense;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.learning.data.LabelledSamples;
import ganglion.learning.dense.DenseNetwork.Settings;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.DenseInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DenseNetworkTest {

    private static final Settings SETTINGS = new Settings(List.of(16), 200, 4, 0.02, 0);

    /** Class 1 where one input is on and the other off, at every step: no network without a hidden layer tells it. */
    private static LabelledSamples exclusiveOr() {
        List<Sample> samples = new ArrayList<>();
        for (int k = 0; k < 16; k++) {
            float one = k & 1;
            float other = k >> 1 & 1;
            float level = 1 + 0.05f * (k / 4);
            float[] row = {level * one, level * other};
            samples.add(new Sample(new DenseInput(new float[][] {row, row, row}), one == other ? 0 : 1));
        }
        return new LabelledSamples(samples, List.of("same", "different"));
    }

    private static double accuracy(DenseNetwork network, LabelledSamples samples) {
        return samples.judge(network::predict).accuracy();
    }

    @Test
    void learnsWhatNeedsAHiddenLayer() {
        LabelledSamples samples = exclusiveOr();

        assertEquals(1, accuracy(DenseNetwork.fit(samples, SETTINGS, 1), samples));
        Settings linear = new Settings(List.of(), 200, 4, 0.02, 0);
        assertFalse(accuracy(DenseNetwork.fit(samples, linear, 1), samples) > 0.75);
    }

    @Test
    void theSameSeedGivesTheSameNetwork() {
        LabelledSamples samples = exclusiveOr();
        double[] scores = DenseNetwork.fit(samples, SETTINGS, 5)
                .scores(samples.samples().get(1).input());

        assertArrayEquals(
                scores,
                DenseNetwork.fit(samples, SETTINGS, 5)
                        .scores(samples.samples().get(1).input()));
        assertFalse(Arrays.equals(
                scores,
                DenseNetwork.fit(samples, SETTINGS, 6)
                        .scores(samples.samples().get(1).input())));
    }

    @Test
    void eightBitsChangeScoresLittleAndTwoBitsMuch() {
        LabelledSamples samples = exclusiveOr();
        DenseNetwork exact = DenseNetwork.fit(samples, SETTINGS, 1);
        double[] scores = exact.scores(samples.samples().get(2).input());

        assertArrayEquals(
                scores,
                exact.rounded(8, samples).scores(samples.samples().get(2).input()),
                0.2);
        double coarse =
                exact.rounded(2, samples).scores(samples.samples().get(2).input())[0];
        assertFalse(Math.abs(coarse - scores[0]) < 0.2, "two bits: " + coarse + " for " + scores[0]);
    }

    @Test
    void outputsAreAveragedOverTheSteps() {
        LabelledSamples samples = exclusiveOr();
        DenseNetwork network = DenseNetwork.fit(samples, SETTINGS, 1);
        double[] off = network.scores(new DenseInput(new float[][] {{0, 0}}));
        double[] on = network.scores(new DenseInput(new float[][] {{1, 0}}));
        double[] both = network.scores(new DenseInput(new float[][] {{0, 0}, {1, 0}}));

        assertArrayEquals(new double[] {(off[0] + on[0]) / 2, (off[1] + on[1]) / 2}, both, 1e-12);
    }

    @Test
    void tellsItsSizes() {
        assertEquals(
                List.of(2, 16, 2), DenseNetwork.fit(exclusiveOr(), SETTINGS, 1).sizes());
    }

    @Test
    void refusesWhatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> new Settings(List.of(0), 1, 1, 0.1, 0));
        LabelledSamples none = new LabelledSamples(List.of(), List.of("a", "b"));
        assertThrows(IllegalArgumentException.class, () -> DenseNetwork.fit(none, SETTINGS, 1));
    }
}
