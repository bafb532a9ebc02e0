package ganglion.learning.eventprop.adjoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.RandomEventNetworks;
import ganglion.learning.eventprop.RandomEventNetworks.Kind;
import ganglion.learning.eventprop.TimedSpikes;
import ganglion.learning.eventprop.adjoint.EventLoss.FirstSpikeLoss;
import ganglion.learning.eventprop.adjoint.EventLoss.ReadOutLoss;
import ganglion.learning.eventprop.forward.EventRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every derivative, by each weight and input time, equals a central difference to a millionth. Networks are left out in which a
 * spike grazes the threshold, or whose loss jumps or bends within the steps of the difference (a spike comes or goes, or an arrival passes
 * a spike): the differences themselves show that, as they do not agree with wider ones.
 */
class AdjointPassTest {

    private static final double STEP = 5e-5;

    /** Relative error allowed. */
    private static final double TOLERANCE = 1e-6;

    /** Derivatives this much smaller than the largest drown in the rounding of the loss. */
    private static final double ROUNDING = 1e-8;

    /** Differences of different steps that agree to this have no bend of the loss between them. */
    private static final double CONVERGED = 1e-9;

    /** A spike that moves further within the steps has jumped from one crossing of the threshold to another. */
    private static final double MOST_SHIFT = 0.05;

    private static final int NETWORKS = 2;
    /** A loss that hardly depends on anything shows nothing. */
    private static final double LEAST_GRADIENT = 1e-4;

    private static final int LABEL = 1;

    static Stream<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        for (double membrane : new double[] {8, 6, 3}) {
            for (boolean recurrent : new boolean[] {false, true}) {
                cases.add(Arguments.of(new Kind(membrane, 4, recurrent, false), new FirstSpikeLoss(3, 0.1)));
                cases.add(Arguments.of(new Kind(membrane, 4, recurrent, true), new ReadOutLoss(2)));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientEqualsCentralDifference(Kind kind, EventLoss loss) {
        int tried = 0;
        for (int seed = 0; tried < NETWORKS; seed++) {
            assertTrue(seed < 4000, "too few networks without grazing spikes: " + tried);
            EventRun run = run(kind, seed);
            if (RandomEventNetworks.isSound(run) && check(run, loss, seed)) {
                tried++;
            }
        }
    }

    private static EventRun run(Kind kind, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        EventNetwork network = RandomEventNetworks.network(kind, random);
        return EventRun.of(network, RandomEventNetworks.input(random), RandomEventNetworks.DURATION);
    }

    /** False if there is nothing to compare with. */
    private static boolean check(EventRun run, EventLoss loss, int seed) {
        List<double[]> gradients = AdjointPass.zero(run.network());
        double[] byTime = AdjointPass.add(run, loss.judge(run, LABEL), gradients);
        List<Double> found = new ArrayList<>();
        List<DoubleFunction<EventRun>> changes = new ArrayList<>();
        for (int s = 0; s < gradients.size(); s++) {
            int at = s;
            addAll(gradients.get(s), found, changes, (i, x) -> changed(run, at, i, x));
        }
        addAll(byTime, found, changes, (i, x) -> moved(run, i, x));
        double[] expected = new double[found.size()];
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            DoubleFunction<EventRun> change = changes.get(i);
            expected[i] = difference(x -> loss(change.apply(x), run, loss));
            if (Double.isNaN(expected[i])) {
                return false;
            }
            largest = Math.max(largest, Math.abs(expected[i]));
        }
        if (largest < LEAST_GRADIENT) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            double tolerance = TOLERANCE * Math.abs(expected[i]) + ROUNDING * largest;
            assertEquals(expected[i], found.get(i), tolerance, "derivative " + i + " of network " + seed);
        }
        return true;
    }

    private interface Change {
        EventRun apply(int index, double by);
    }

    private static void addAll(
            double[] gradient, List<Double> found, List<DoubleFunction<EventRun>> changes, Change change) {
        for (int i = 0; i < gradient.length; i++) {
            int index = i;
            found.add(gradient[i]);
            changes.add(x -> change.apply(index, x));
        }
    }

    /** The central difference of fourth order; no number if a wider one is another. */
    private static double difference(DoubleUnaryOperator f) {
        double near = difference(f, STEP);
        double far = difference(f, 2 * STEP);
        double farthest = difference(f, 4 * STEP);
        double fine = (4 * near - far) / 3;
        double wide = (4 * far - farthest) / 3;
        return Math.abs(fine - wide) <= TOLERANCE / 2 * Math.abs(fine) + CONVERGED ? fine : Double.NaN;
    }

    private static double difference(DoubleUnaryOperator f, double step) {
        return (f.applyAsDouble(step) - f.applyAsDouble(-step)) / (2 * step);
    }

    private static double loss(EventRun run, EventRun unchanged, EventLoss loss) {
        return run != null && RandomEventNetworks.isNear(run, unchanged, MOST_SHIFT)
                ? loss.judge(run, LABEL).value()
                : Double.NaN;
    }

    private static EventRun changed(EventRun run, int at, int index, double by) {
        List<DelayedSynapses> all = new ArrayList<>(run.network().synapses());
        double[] weights = all.get(at).weights().clone();
        weights[index] += by;
        all.set(at, all.get(at).with(weights));
        return EventRun.of(run.network().with(all), run.input(), run.duration());
    }

    /** Null if the order of the input changes. */
    private static EventRun moved(EventRun run, int index, double by) {
        double[] times = run.input().copyOfTimes();
        times[index] += by;
        if (index > 0 && times[index] < times[index - 1]
                || index + 1 < times.length && times[index] > times[index + 1]) {
            return null;
        }
        TimedSpikes input = TimedSpikes.of(times, run.input().copyOfNeurons());
        return EventRun.of(run.network(), input, run.duration());
    }

    @Test
    void aLossOfSpikesLooksPastAReadOut() {
        EventRun run = run(new Kind(8, 4, true, true), 1);
        EventNetwork before = new EventNetwork(run.network().layers(), Optional.empty());
        EventRun without = EventRun.of(before, run.input(), run.duration());
        EventLoss loss = new FirstSpikeLoss(3, 0.1);
        List<double[]> expected = AdjointPass.zero(before);
        AdjointPass.add(without, loss.judge(without, LABEL), expected);
        List<double[]> found = AdjointPass.zero(run.network());
        AdjointPass.add(run, loss.judge(run, LABEL), found);
        assertTrue(Arrays.stream(expected.get(0)).anyMatch(byWeight -> byWeight != 0), "it has a gradient");
        for (int s = 0; s < expected.size(); s++) {
            assertArrayEquals(expected.get(s), found.get(s), "weights of connection " + s);
        }
        double[] ofReadOut = found.get(expected.size());
        assertArrayEquals(new double[ofReadOut.length], ofReadOut, "weights of the read-out");
    }
}
