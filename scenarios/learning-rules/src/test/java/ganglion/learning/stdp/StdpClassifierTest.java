package ganglion.learning.stdp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.plasticity.PairStdp;
import ganglion.learning.data.LabelledSamples;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.stdp.StdpClassifier.StdpSettings;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** How neurons are named and how they decide, with a layer made by hand: neuron j fires for each spike of input j. */
class StdpClassifierTest {

    private static final PairStdp RULE = new PairStdp(0.01, 1, 1, 1, 2, 4, 4);
    private static final StdpSettings SETTINGS = new StdpSettings(3, 0, 1, 0, 0, 1, 1, RULE);
    private static final List<String> CLASSES = List.of("a", "b");

    private static StdpLayer relays() {
        return StdpLayer.of(3, SETTINGS, new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, new double[] {1, 1, 1});
    }

    /** So many spikes of each input, in steps of their own. */
    private static SpikeInput spikes(int... counts) {
        int[] neurons = new int[counts[0] + counts[1] + counts[2]];
        int[] starts = new int[Math.max(1, neurons.length) + 1];
        int next = 0;
        for (int input = 0; input < 3; input++) {
            for (int k = 0; k < counts[input]; k++) {
                neurons[next] = input;
                starts[++next] = next;
            }
        }
        return new SpikeInput(3, starts, neurons);
    }

    @Test
    void neuronsAreNamedByTheMeanOfAClassNotByTheSum() {
        LabelledSamples data = new LabelledSamples(
                List.of(
                        new Sample(spikes(2, 0, 0), 0),
                        new Sample(spikes(2, 1, 0), 0),
                        new Sample(spikes(2, 0, 0), 0),
                        new Sample(spikes(3, 1, 0), 1)),
                CLASSES);

        StdpClassifier named = StdpClassifier.name(relays(), data);

        assertEquals(1, named.classOf(0), "6 spikes for three samples of a, 3 for one of b");
        assertEquals(1, named.classOf(1), "1 for three, 1 for one");
        assertEquals(StdpClassifier.NO_CLASS, named.classOf(2), "never fired");
    }

    @Test
    void theMeanOverTheNeuronsOfAClassDecidesAndTheFirstOfEquals() {
        StdpClassifier classifier = StdpClassifier.of(relays(), CLASSES, new int[] {0, 1, 1});

        assertArrayEquals(new double[] {2, 2.5}, classifier.scores(spikes(2, 4, 1)));
        assertEquals(1, classifier.predict(spikes(2, 4, 1)));
        assertEquals(0, classifier.predict(spikes(2, 3, 1)), "2 and 2");
        assertEquals(0, classifier.predict(spikes(0, 0, 0)), "silence");
        assertArrayEquals(
                classifier.scores(spikes(1, 5, 0)),
                classifier.decide(spikes(1, 5, 0)).scores());
    }

    @Test
    void aClassWithoutNeuronsScoresNothing() {
        StdpClassifier classifier = StdpClassifier.of(relays(), CLASSES, new int[] {1, -1, -1});

        assertArrayEquals(new double[] {0, 3}, classifier.scores(spikes(3, 9, 9)));
    }

    @Test
    void whatIsMadeAgainFromItsNumbersLearnsOnAsTheFirstDoes() {
        StdpLayer first = new StdpLayer(3, SETTINGS, 7);
        first.present(spikes(3, 1, 2));
        StdpLayer again = StdpLayer.of(3, SETTINGS, first.weights(), first.thresholds());

        assertArrayEquals(first.present(spikes(1, 4, 2)), again.present(spikes(1, 4, 2)));
        assertArrayEquals(first.weights(), again.weights());
        assertArrayEquals(first.thresholds(), again.thresholds());
    }

    private static void refused(String words, Supplier<Object> made) {
        String message = assertThrows(IllegalArgumentException.class, made::get).getMessage();
        assertTrue(message.contains(words), message);
    }

    @Test
    void refusesNumbersThatNoLayerHas() {
        double[] ones = {1, 1, 1};
        refused("has 8 weights", () -> StdpLayer.of(3, SETTINGS, new double[8], ones));
        refused("outside 0 to 2.0", () -> StdpLayer.of(1, SETTINGS, new double[] {0, 2.1, 0}, ones));
        refused("outside 0 to 2.0", () -> StdpLayer.of(1, SETTINGS, new double[] {0, -0.1, 0}, ones));
        refused("not above 0", () -> StdpLayer.of(1, SETTINGS, new double[3], new double[] {1, 0, 1}));
        refused("stands for class 2", () -> StdpClassifier.of(relays(), CLASSES, new int[] {0, 2, 1}));
        refused("2 neurons", () -> StdpClassifier.of(relays(), CLASSES, new int[] {0, 1}));
    }
}
