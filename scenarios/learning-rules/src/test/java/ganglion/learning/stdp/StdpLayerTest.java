package ganglion.learning.stdp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.plasticity.PairStdp;
import ganglion.learning.data.LabelledSamples;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.ConstantInput;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.stdp.StdpClassifier.StdpSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StdpLayerTest {

    private static final int INPUTS = 20;
    private static final int STEPS = 60;
    private static final PairStdp RULE = new PairStdp(0.02, 0.4, 1, 1, 1, 4, 4);
    private static final StdpSettings SETTINGS = new StdpSettings(4, 0.8, 2, 4, 0.02, 0.9, 6, RULE);

    /** One half of the inputs fires often, the other seldom. */
    private static SpikeInput pattern(int label, Random random) {
        int[] starts = new int[STEPS + 1];
        int[] neurons = new int[STEPS * INPUTS];
        int count = 0;
        for (int t = 0; t < STEPS; t++) {
            for (int i = 0; i < INPUTS; i++) {
                boolean own = i / (INPUTS / 2) == label;
                if (random.nextDouble() < (own ? 0.15 : 0.01)) {
                    neurons[count++] = i;
                }
            }
            starts[t + 1] = count;
        }
        return new SpikeInput(INPUTS, starts, Arrays.copyOf(neurons, count));
    }

    private static LabelledSamples patterns(int count, long seed) {
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            samples.add(new Sample(pattern(k % 2, random), k % 2));
        }
        return new LabelledSamples(samples, List.of("left", "right"));
    }

    /** Share of a neuron's weights that come from one half of the inputs. */
    private static double shareOfHalf(double[] weights, int half) {
        double sum = Arrays.stream(weights, half * INPUTS / 2, (half + 1) * INPUTS / 2)
                .sum();
        return sum / Arrays.stream(weights).sum();
    }

    @Test
    void neuronsTakeOneOfTwoPatternsEach() {
        StdpClassifier classifier = StdpClassifier.fit(patterns(40, 1), SETTINGS, 3, 5);

        assertEquals(1, classifier.evaluate(patterns(40, 2)).accuracy());
        boolean[] taken = new boolean[2];
        for (int j = 0; j < SETTINGS.neurons(); j++) {
            if (classifier.classOf(j) >= 0) {
                taken[classifier.classOf(j)] = true;
                double share = shareOfHalf(classifier.layer().weights(j), classifier.classOf(j));
                assertTrue(share > 0.8, "neuron " + j + " has a share of " + share + " from its own half");
            }
        }
        assertArrayEquals(new boolean[] {true, true}, taken, "both patterns have a neuron");
    }

    @Test
    void freshWeightsKnowNothingOfThePatterns() {
        StdpLayer fresh = new StdpLayer(INPUTS, SETTINGS, 5);

        for (int j = 0; j < fresh.neurons(); j++) {
            assertEquals(0.5, shareOfHalf(fresh.weights(j), 0), 0.08);
            assertEquals(6, Arrays.stream(fresh.weights(j)).sum(), 1e-12);
            assertEquals(2, fresh.threshold(j));
        }
        assertEquals(INPUTS, fresh.inputs());
    }

    @Test
    void aSynapseThatFiresTheNeuronGrowsByThePairRule() {
        StdpSettings one = new StdpSettings(1, 0.5, 0.3, 0, 0, 0, 1, new PairStdp(0.1, 0, 0, 0, 10, 5, 5));
        StdpLayer layer = new StdpLayer(2, one, 3);
        double[] before = layer.weights(0);
        SpikeInput single = new SpikeInput(2, new int[] {0, 1, 1, 1, 1}, new int[] {0});

        long[] spikes = layer.present(single);

        assertArrayEquals(new long[] {1}, spikes);
        // The neuron fires at tick 1, which reaches the synapse one tick later: two ticks after the input's spike.
        double grown = before[0] + 10 * 0.1 * Math.exp(-2 / 5.0);
        double sum = grown + before[1];
        assertEquals(grown / sum, layer.weights(0)[0], 1e-12);
        assertEquals(before[1] / sum, layer.weights(0)[1], 1e-12);
    }

    @Test
    void firingRaisesTheThresholdWhichFallsBackAfterwards() {
        StdpSettings one = new StdpSettings(1, 0.5, 0.4, 0, 0.25, 0.5, 1, RULE);
        StdpLayer layer = new StdpLayer(1, one, 3);
        SpikeInput single = new SpikeInput(1, new int[] {0, 1, 1}, new int[] {0});
        SpikeInput silence = new SpikeInput(1, new int[] {0, 0, 0}, new int[0]);

        assertArrayEquals(new long[] {1}, layer.present(single));
        assertEquals(0.65, layer.threshold(0), 1e-15);
        layer.present(silence);
        assertEquals(0.525, layer.threshold(0), 1e-15);
    }

    @Test
    void aSpikeInhibitsTheOtherNeurons() {
        SpikeInput sample = pattern(0, new Random(1));
        long alone = Arrays.stream(
                        new StdpLayer(INPUTS, new StdpSettings(4, 0.8, 2, 0, 0, 0, 6, RULE), 5).respond(sample))
                .sum();
        long inhibited = Arrays.stream(new StdpLayer(INPUTS, SETTINGS, 5).respond(sample))
                .sum();

        assertTrue(inhibited < alone / 2, inhibited + " spikes against " + alone);
        assertTrue(inhibited > 0);
    }

    @Test
    void aResponseChangesNothing() {
        StdpLayer layer = new StdpLayer(INPUTS, SETTINGS, 5);
        double[] before = layer.weights(2);
        SpikeInput sample = pattern(0, new Random(1));

        long[] first = layer.respond(sample);

        assertArrayEquals(first, layer.respond(sample));
        assertArrayEquals(before, layer.weights(2));
        assertEquals(2, layer.threshold(0));
    }

    @Test
    void aNeuronThatNeverFiresStandsForNothing() {
        StdpSettings deaf = new StdpSettings(2, 0.5, 1e9, 0, 0, 0, 1, RULE);

        StdpClassifier classifier = StdpClassifier.fit(patterns(4, 1), deaf, 1, 5);

        assertEquals(-1, classifier.classOf(0));
        assertEquals(0, classifier.predict(pattern(1, new Random(3))));
    }

    @Test
    void saysWhatDoesNotFit() {
        StdpLayer layer = new StdpLayer(3, SETTINGS, 5);
        assertEquals(
                "a sample has 20 inputs, the layer has 3",
                assertThrows(IllegalArgumentException.class, () -> layer.present(pattern(0, new Random(1))))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new StdpLayer(0, SETTINGS, 5));
        LabelledSamples numbers =
                new LabelledSamples(List.of(new Sample(new ConstantInput(new float[] {1}, 3), 0)), List.of("one"));
        assertEquals(
                "a sample holds numbers, expected spikes",
                assertThrows(IllegalArgumentException.class, () -> StdpClassifier.fit(numbers, SETTINGS, 1, 0))
                        .getMessage());
        LabelledSamples nothing = new LabelledSamples(List.of(), List.of("one"));
        assertThrows(IllegalArgumentException.class, () -> StdpClassifier.fit(nothing, SETTINGS, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new StdpSettings(0, 0.8, 2, 4, 0, 0, 6, RULE));
        assertThrows(IllegalArgumentException.class, () -> new StdpSettings(1, 1.8, 2, 4, 0, 0, 6, RULE));
        assertThrows(IllegalArgumentException.class, () -> new StdpSettings(1, 0.8, 0, 4, 0, 0, 6, RULE));
        assertThrows(IllegalArgumentException.class, () -> new StdpSettings(1, 0.8, 2, 4, 0, 2, 6, RULE));
        assertThrows(IllegalArgumentException.class, () -> new StdpSettings(1, 0.8, 2, -4, 0, 0, 6, RULE));
        assertThrows(IllegalArgumentException.class, () -> new StdpSettings(1, 0.8, 2, 4, 0, 0, Double.NaN, RULE));
    }
}
