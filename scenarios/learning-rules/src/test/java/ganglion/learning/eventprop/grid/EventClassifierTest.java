package ganglion.learning.eventprop.grid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.RandomEventNetworks;
import ganglion.learning.eventprop.RandomEventNetworks.Kind;
import ganglion.learning.eventprop.adjoint.EventLoss.ReadOutLoss;
import ganglion.learning.eventprop.train.EventPlan;
import ganglion.learning.eventprop.train.EventSample;
import ganglion.learning.eventprop.train.EventTrainer;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.DenseInput;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.train.DataSet;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventClassifierTest {

    private static final List<String> CLASSES = List.of("a", "b", "c");

    private static EventClassifier classifier(int ticksPerStep) {
        EventNetwork network = RandomEventNetworks.network(new Kind(8, 4, true, true), new SplittableRandom(3));
        return new EventClassifier(network, ticksPerStep, CLASSES);
    }

    private static SpikeInput input(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int steps = 40;
        int[] starts = IntStream.rangeClosed(0, steps).toArray();
        int[] neurons = random.ints(steps, 0, RandomEventNetworks.INPUTS).toArray();
        return new SpikeInput(RandomEventNetworks.INPUTS, starts, neurons);
    }

    private static DataSet samples() {
        return DataSet.of(IntStream.range(0, 20)
                .mapToObj(seed -> new Sample(input(seed), seed % 3))
                .toList());
    }

    @Test
    void theClassWithTheHighestScoreWinsAndOfEqualsTheFirst() {
        assertEquals(1, EventClassifier.highest(new double[] {-2, 5, 3}));
        assertEquals(1, EventClassifier.highest(new double[] {-2, 5, 5}));
        assertEquals(0, EventClassifier.highest(new double[3]));
        double[] scores = classifier(10).decide(input(1)).scores();
        assertEquals(
                Arrays.stream(scores).max().orElseThrow(),
                scores[classifier(10).decide(input(1)).label()]);
    }

    @Test
    void onFineTicksSpikesAndDecisionsAreThoseOfContinuousTime() {
        TimeAgreement coarse = TimeAgreement.of(classifier(1), samples());
        TimeAgreement fine = TimeAgreement.of(classifier(1000), samples());

        assertTrue(fine.decidedAlike() >= 19, fine.text());
        assertTrue(fine.decidedAlike() > coarse.decidedAlike(), coarse.text() + "; " + fine.text());
        assertEquals(20, fine.samples());
        assertEquals(coarse.correctInTime(), fine.correctInTime());
    }

    /** Else a silent network would be right for every sample of the first class. */
    @Test
    void inTimeASilentNetworkIsRightForNoSampleAsInTraining() {
        EventNetwork firing = RandomEventNetworks.network(new Kind(8, 4, true, true), new SplittableRandom(3));
        EventNetwork silent = firing.with(firing.synapses().stream()
                .map(synapses -> synapses.with(new double[synapses.weights().length]))
                .toList());
        List<EventSample> events = IntStream.range(0, 20)
                .mapToObj(i -> EventSample.of(samples().sample(i, 0)))
                .toList();
        EventPlan plan = new EventPlan(new ReadOutLoss(1), 1, 1, 0.01, 1);

        for (EventNetwork network : List.of(firing, silent)) {
            TimeAgreement found = TimeAgreement.of(new EventClassifier(network, 10, CLASSES), samples());

            assertEquals(EventTrainer.accuracy(network, events, plan), found.correctInTime() / 20.0);
            assertEquals(network == silent ? 20 : 0, found.undecidedInTime());
        }
    }

    @Test
    void aReadOutOfHigherWeightsHasPotentialsAsManyTimesAsHigh() {
        EventNetwork network = classifier(1).network();
        double[] once =
                new EventClassifier(network, 10, CLASSES).decide(input(1)).scores();
        double[] doubled = new EventClassifier(network.withReadOutTimes(2), 10, CLASSES)
                .decide(input(1))
                .scores();
        assertArrayEquals(Arrays.stream(once).map(score -> 2 * score).toArray(), doubled);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        EventClassifier fitting = classifier(1);

        assertThrows(IllegalArgumentException.class, () -> new EventClassifier(fitting.network(), 0, CLASSES));
        assertThrows(
                IllegalArgumentException.class, () -> new EventClassifier(fitting.network(), 1, List.of("a", "b")));
        assertEquals(
                "a sample of 4 numbers, expected 4 channels of spikes",
                assertThrows(IllegalArgumentException.class, () -> fitting.decide(new DenseInput(new float[3][4])))
                        .getMessage());
        assertEquals(
                "a sample of 9 channels, expected 4 channels of spikes",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> fitting.decide(new SpikeInput(9, new int[] {0, 0}, new int[0])))
                        .getMessage());
    }
}
