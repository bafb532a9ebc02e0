package ganglion.kernel.core;

import static ganglion.kernel.core.TestNetworks.synapse;
import static ganglion.kernel.core.TestNetworks.synapses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.plasticity.PairStdp;
import ganglion.kernel.plasticity.StdpOracle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlasticRowsTest {

    private static final PairStdp ADDITIVE = new PairStdp(0.1, 1.2, 0, 0, 10, 20, 30);
    private static final PairStdp POWER_LAW = new PairStdp(0.05, 1.1, 0.4, 0.6, 4, 15, 25);

    /** A synapse of two spike trains, taken through its events one by one: the definition of the rule. */
    private static double byDefinition(
            PairStdp rule, double weight, int delay, List<Long> sourceSpikes, List<Long> targetSpikes, long until) {
        Set<Long> sources = Set.copyOf(sourceSpikes);
        Set<Long> targets = Set.copyOf(targetSpikes);
        TreeSet<Long> times = new TreeSet<>(sources);
        targetSpikes.forEach(tick -> times.add(tick + delay));
        double changed = weight;
        for (long at : times.headSet(until)) {
            if (targets.contains(at - delay)) {
                double trace = StdpOracle.trace(sources::contains, at, rule.potentiationTicks());
                changed = StdpOracle.potentiate(rule, changed, trace);
            }
            if (sources.contains(at)) {
                double trace = StdpOracle.trace(targets::contains, at - delay, rule.depressionTicks());
                changed = StdpOracle.depress(rule, changed, trace);
            }
        }
        return changed;
    }

    private static List<Long> train(Random random, long ticks, int every) {
        List<Long> train = new ArrayList<>();
        for (long tick = 0; tick < ticks; tick++) {
            if (random.nextInt(every) == 0) {
                train.add(tick);
            }
        }
        return train;
    }

    /** Delivers and fires in the order in which a core does: at each tick first what arrives, then what fires. */
    private static void run(
            PlasticRows rows, int delay, List<Long> sourceSpikes, List<Long> targetSpikes, long until, boolean eager) {
        double[] input = new double[1];
        for (long tick = 0; tick < until; tick++) {
            if (sourceSpikes.contains(tick - delay)) {
                rows.deliver(0, tick, input, 0);
            }
            if (targetSpikes.contains(tick)) {
                rows.targetFired(0, tick);
            }
            if (eager) {
                rows.catchUpAll(tick + 1);
            }
        }
    }

    private static PlasticRows oneSynapse(PairStdp rule, double weight, int delay) {
        PlasticRows rows = new PlasticRows(rule, synapses(1, 1, synapse(0, 0, weight, delay)), 0, 1, 0);
        assertEquals(0, rows.addGroup(delay, 0, 1));
        return rows;
    }

    private static double weight(PlasticRows rows) {
        double[] weights = new double[1];
        rows.copyNumbers(weights);
        return weights[0];
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 20})
    void followsTheDefinitionOfTheRuleForRandomTrains(int delay) {
        for (int seed = 0; seed < 10; seed++) {
            Random random = new Random(100L * delay + seed);
            PairStdp rule = seed % 2 == 0 ? ADDITIVE : POWER_LAW;
            List<Long> source = train(random, 400, 9);
            List<Long> target = train(random, 400, 7);
            PlasticRows rows = oneSynapse(rule, 2, delay);

            run(rows, delay, source, target, 600, false);
            rows.catchUpAll(600 + 2L * delay);

            assertEquals(byDefinition(rule, 2, delay, source, target, 10_000), weight(rows), 1e-9, "seed " + seed);
        }
    }

    /** A source that never fires again: thousands of spikes of the target must neither be kept nor be lost. */
    @Test
    void boundsTheSpikesThatWaitForAQuietSource() {
        PlasticRows bounded = oneSynapse(POWER_LAW, 1, 2);
        PlasticRows eager = oneSynapse(POWER_LAW, 1, 2);
        bounded.deliver(0, 2, new double[1], 0);
        eager.deliver(0, 2, new double[1], 0);
        for (long tick = 3; tick < 5000; tick++) {
            bounded.targetFired(0, tick);
            eager.targetFired(0, tick);
            eager.catchUpAll(tick);
        }
        assertTrue(bounded.targetSpikeCount() < 2500, "spikes kept: " + bounded.targetSpikeCount());
        bounded.catchUpAll(6000);
        eager.catchUpAll(6000);

        assertEquals(weight(eager), weight(bounded));
        assertTrue(weight(bounded) > 1, "weight " + weight(bounded));
        bounded.deliver(0, 6000, new double[1], 0);
        eager.deliver(0, 6000, new double[1], 0);
        assertEquals(weight(eager), weight(bounded));
    }

    /** More target spikes than may wait, with source spikes among them: none that still counts may be forgotten. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void followsTheDefinitionWhenMoreSpikesComeThanMayWait(int delay) {
        List<Long> source =
                LongStream.range(0, 1100).filter(tick -> tick % 30 == 0).boxed().toList();
        List<Long> target = LongStream.range(0, 1100).boxed().toList();
        PlasticRows rows = oneSynapse(POWER_LAW, 1, delay);

        run(rows, delay, source, target, 1200, false);
        rows.catchUpAll(1200);

        assertEquals(byDefinition(POWER_LAW, 1, delay, source, target, 10_000), weight(rows), 1e-9);
    }

    @Test
    void goesOnFromMoreReplayedSpikesThanMayWait() {
        List<Long> source =
                LongStream.range(0, 1100).filter(tick -> tick % 30 == 0).boxed().toList();
        List<Long> target = LongStream.range(0, 1100).boxed().toList();

        // The last replayed spike is the 1,024th: it is the one at which old spikes are forgotten.
        assertGoesOn(source, target, 3, 1024, 1200);
    }

    /** Compares a run with one that is cut and goes on from restored weights and replayed spikes. */
    private static void assertGoesOn(List<Long> source, List<Long> target, int delay, long cut, long until) {
        PlasticRows whole = oneSynapse(POWER_LAW, 1, delay);
        run(whole, delay, source, target, until, false);
        whole.catchUpAll(until);

        PlasticRows first = oneSynapse(POWER_LAW, 1, delay);
        run(first, delay, source, target, cut, false);
        first.catchUpAll(cut);
        PlasticRows second = oneSynapse(POWER_LAW, 0.5, delay);
        second.restoreNumbers(new double[] {weight(first)}, cut);
        for (long tick = 0; tick < cut; tick++) {
            if (source.contains(tick) && tick + delay < cut) {
                second.sourceFired(0, tick);
            }
            if (target.contains(tick)) {
                second.replayTarget(0, tick, cut);
            }
        }
        double[] input = new double[1];
        for (long tick = cut; tick < until; tick++) {
            if (source.contains(tick - delay)) {
                second.deliver(0, tick, input, 0);
            }
            if (target.contains(tick)) {
                second.targetFired(0, tick);
            }
        }
        second.catchUpAll(until);

        assertEquals(weight(whole), weight(second), "delay " + delay + " cut at " + cut);
    }

    /**
     * With a long delay, spikes of hundreds of ticks are still on their way when old ones are forgotten, at tick 1023. The trains
     * end soon after: a weight that goes on for long forgets its past.
     */
    @Test
    void forgetsNoSpikeThatIsStillOnItsWayToTheSynapse() {
        int delay = 150;
        List<Long> source =
                LongStream.range(0, 1100).filter(tick -> tick % 7 == 0).boxed().toList();
        List<Long> target = LongStream.range(0, 1100).boxed().toList();
        PlasticRows rows = oneSynapse(POWER_LAW, 1, delay);

        run(rows, delay, source, target, 1100 + 2 * delay, false);
        rows.catchUpAll(1100 + 2L * delay);

        assertEquals(byDefinition(POWER_LAW, 1, delay, source, target, 10_000), weight(rows), 1e-9);
        int kept = rows.targetSpikeCount();
        assertTrue(kept >= 2 * delay && kept < 1100, "spikes kept: " + kept);
    }

    @Test
    void goesOnFromReplayedSpikesThatAreStillOnTheirWay() {
        List<Long> source =
                LongStream.range(0, 1150).filter(tick -> tick % 7 == 0).boxed().toList();
        List<Long> target = LongStream.range(0, 1150).boxed().toList();

        // Old spikes are forgotten as soon as 1,024 have been replayed.
        for (long cut : new long[] {1024, 1060, 1100}) {
            assertGoesOn(source, target, 150, cut, 1450);
        }
    }

    @Test
    void keepsFewOfTheReplayedSpikes() {
        PlasticRows rows = oneSynapse(ADDITIVE, 5, 3);
        rows.restoreNumbers(new double[] {5}, 10_000);
        for (long tick = 0; tick < 10_000; tick++) {
            rows.replayTarget(0, tick, 10_000);
        }

        int kept = rows.targetSpikeCount();
        assertTrue(kept > 0 && kept <= 1024, "spikes kept: " + kept);
    }
}
