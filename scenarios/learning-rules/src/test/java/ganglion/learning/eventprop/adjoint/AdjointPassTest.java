package ganglion.learning.eventprop.adjoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.DelayedSynapses.SynapseGradient;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.EventNetwork.EventReadOut.Measure;
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
 * Every derivative, by each weight, delay and input time, equals a central difference to a millionth. Networks are left out in which a
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
            for (boolean ownDelays : new boolean[] {false, true}) {
                for (boolean recurrent : new boolean[] {false, true}) {
                    for (Measure measure : new Measure[] {null, Measure.MAXIMUM, Measure.MEAN}) {
                        EventLoss loss = measure == null ? new FirstSpikeLoss(3, 0.1) : new ReadOutLoss(2);
                        cases.add(Arguments.of(new Kind(membrane, 4, ownDelays, recurrent, measure), loss));
                    }
                }
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
        List<SynapseGradient> gradients = AdjointPass.zero(run.network());
        double[] byTime = AdjointPass.add(run, loss.judge(run, LABEL), CountPenalty.NONE, gradients);
        List<Double> found = new ArrayList<>();
        List<DoubleFunction<EventRun>> changes = new ArrayList<>();
        for (int s = 0; s < gradients.size(); s++) {
            int at = s;
            addAll(gradients.get(s).weights(), found, changes, (i, x) -> changed(run, at, i, x, true));
            addAll(gradients.get(s).delays(), found, changes, (i, x) -> changed(run, at, i, x, false));
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

    private static EventRun changed(EventRun run, int at, int index, double by, boolean weight) {
        List<DelayedSynapses> all = new ArrayList<>(run.network().synapses());
        DelayedSynapses old = all.get(at);
        double[] weights = old.weights().clone();
        double[] delays = old.delays().clone();
        (weight ? weights : delays)[index] += by;
        all.set(at, new DelayedSynapses(old.sources(), old.targets(), weights, delays));
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
    void rowsAndSynapsesGiveTheSameGradient() {
        EventLoss loss = new ReadOutLoss(2);
        for (int seed = 0; seed < 20; seed++) {
            EventRun rows = run(new Kind(8, 4, false, true, Measure.MEAN), seed);
            List<DelayedSynapses> single = rows.network().synapses().stream()
                    .map(AdjointPassTest::withOwnDelays)
                    .toList();
            EventRun synapses = EventRun.of(rows.network().with(single), rows.input(), rows.duration());
            List<SynapseGradient> byRows = AdjointPass.zero(rows.network());
            List<SynapseGradient> bySynapses = AdjointPass.zero(synapses.network());
            AdjointPass.add(rows, loss.judge(rows, LABEL), CountPenalty.NONE, byRows);
            AdjointPass.add(synapses, loss.judge(synapses, LABEL), CountPenalty.NONE, bySynapses);
            assertTrue(RandomEventNetworks.isNear(rows, synapses, 1e-9), "spikes of network " + seed);
            for (int s = 0; s < byRows.size(); s++) {
                double[] expected = bySynapses.get(s).weights();
                for (int i = 0; i < expected.length; i++) {
                    assertEquals(expected[i], byRows.get(s).weights()[i], 1e-8 * (1 + Math.abs(expected[i])));
                }
                double sum = 0;
                for (double delay : bySynapses.get(s).delays()) {
                    sum += delay;
                }
                assertEquals(sum, byRows.get(s).delays()[0], 1e-8 * (1 + Math.abs(sum)), "shared delay");
            }
        }
    }

    @Test
    void aLossOfSpikesLooksPastAReadOut() {
        EventRun run = run(new Kind(8, 4, true, true, Measure.MAXIMUM), 1);
        EventNetwork before = new EventNetwork(run.network().layers(), Optional.empty());
        EventRun without = EventRun.of(before, run.input(), run.duration());
        EventLoss loss = new FirstSpikeLoss(3, 0.1);
        List<SynapseGradient> expected = AdjointPass.zero(before);
        AdjointPass.add(without, loss.judge(without, LABEL), CountPenalty.NONE, expected);
        List<SynapseGradient> found = AdjointPass.zero(run.network());
        AdjointPass.add(run, loss.judge(run, LABEL), CountPenalty.NONE, found);
        assertTrue(Arrays.stream(expected.get(0).weights()).anyMatch(byWeight -> byWeight != 0), "it has a gradient");
        for (int s = 0; s < expected.size(); s++) {
            assertArrayEquals(expected.get(s).weights(), found.get(s).weights(), "weights of connection " + s);
            assertArrayEquals(expected.get(s).delays(), found.get(s).delays(), "delays of connection " + s);
        }
        double[] ofReadOut = found.get(expected.size()).weights();
        assertArrayEquals(new double[ofReadOut.length], ofReadOut, "weights of the read-out");
    }

    private static DelayedSynapses withOwnDelays(DelayedSynapses shared) {
        double[] delays = new double[shared.weights().length];
        Arrays.fill(delays, shared.delay(0));
        return new DelayedSynapses(shared.sources(), shared.targets(), shared.weights(), delays);
    }

    @Test
    void aPenaltyLowersThePotentialAtSpikesOfNeuronsThatFireTooMuch() {
        EventRun run = run(new Kind(8, 4, false, false, Measure.MEAN), 1);
        assertTrue(run.layers().get(1).spikes().size() > 4, "the second layer fires");
        EventLoss.Judgement none = new EventLoss.Judgement(0, new double[0], new double[3]);
        List<SynapseGradient> gradients = AdjointPass.zero(run.network());
        AdjointPass.add(run, none, new CountPenalty(0, 0, 1), gradients);
        double sum = 0;
        for (double byWeight : gradients.get(1).weights()) {
            sum += byWeight;
        }
        assertTrue(sum > 0, "a step against the gradient lowers weights, found a sum of " + sum);
        List<SynapseGradient> without = AdjointPass.zero(run.network());
        AdjointPass.add(run, none, new CountPenalty(0, 1000, 1), without);
        assertEquals(0, without.get(1).weights()[0], "a bound that is kept");
    }
}
