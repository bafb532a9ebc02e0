package ganglion.kernel.connectivity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.network.SynapseParameter;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.kernel.random.CounterRandom;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedTotalTest {

    private static final CounterRandom RANDOM = new CounterRandom(42);

    @ParameterizedTest
    @CsvSource({"0, 5, 7", "1, 5, 7", "1000, 1, 7", "1000, 7, 1", "100000, 37, 1000", "17, 500, 500"})
    void makesExactlyItsNumberOfSynapses(int total, int sources, int targets) {
        assertEquals(total, Joined.total(Joined.by(new FixedTotal(total, RANDOM), Ends.of(sources, targets))));
    }

    /** Pearson's statistic over all pairs, all sources and all targets is below its mean plus four deviations. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void drawsEveryPairEquallyOften(long seed) {
        int[][] joined = Joined.by(new FixedTotal(600_000, new CounterRandom(seed)), Ends.of(30, 100));

        assertEven(Arrays.stream(joined).flatMapToInt(Arrays::stream).toArray());
        assertEven(
                Arrays.stream(joined).mapToInt(row -> Arrays.stream(row).sum()).toArray());
        assertEven(Joined.inDegrees(joined));
    }

    private static void assertEven(int[] counts) {
        double expected = Arrays.stream(counts).average().orElseThrow();
        double statistic = Arrays.stream(counts)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        int freedom = counts.length - 1;
        assertEquals(freedom, statistic, 4 * Math.sqrt(2.0 * freedom));
    }

    /** A core lists the sources of its own targets alone, in any order, and finds those that the whole network has. */
    @Test
    void targetsAreListedWithoutTheOthers() {
        FixedTotal rule = new FixedTotal(5000, RANDOM);
        Ends ends = Ends.of(50, 300);
        int[][] joined = Joined.by(rule, ends);
        for (int target : new int[] {299, 0, 150, 149, 7}) {
            Partners partners = new Partners(50);
            rule.list(ends, target, partners);
            int[] found = new int[50];
            IntStream.range(0, partners.size()).forEach(i -> found[partners.get(i)]++);
            assertArrayEquals(Arrays.stream(joined).mapToInt(row -> row[target]).toArray(), found);
        }
    }

    /** Changes only together with the rule: networks of the same seed would change with it. */
    @Test
    void aSeedKeepsItsNetwork() {
        Synapses synapses = new Connection(
                        new FixedTotal(12, RANDOM), SynapseParameter.constant(1), SynapseParameter.constant(1))
                .connect(Ends.of(4, 5), TaskRunner.SEQUENTIAL);
        StringBuilder rows = new StringBuilder();
        for (int source = 0; source < 4; source++) {
            for (int i = 0; i < synapses.outDegree(source); i++) {
                rows.append(synapses.target(source, i));
            }
            rows.append(source < 3 ? " " : "");
        }
        assertEquals("134 0024 3 0133", rows.toString());
    }

    @Test
    void refusesWhatCannotBe() {
        ConnectorTest.assertRefused("expected 0 or more", () -> new FixedTotal(-1, RANDOM));
        ConnectorTest.assertRefused("no neurons", () -> Joined.by(new FixedTotal(1, RANDOM), Ends.of(0, 5)));
        ConnectorTest.assertRefused("no neurons", () -> Joined.by(new FixedTotal(1, RANDOM), Ends.of(5, 0)));
    }

    /** What a task remembers of the last target does not show, whichever target comes next. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 37, 1000})
    void aTaskListsWhatTheRuleLists(int targets) {
        FixedTotal rule = new FixedTotal(2000, RANDOM);
        Ends ends = Ends.of(50, targets);
        Connector ofTask = rule.forTask(ends);
        IntStream ascending = IntStream.range(0, targets);
        IntStream anyOrder = new Random(1).ints(3L * targets, 0, targets);
        IntStream.concat(ascending, anyOrder).forEach(target -> {
            Partners expected = new Partners(50);
            Partners found = new Partners(50);
            rule.list(ends, target, expected);
            ofTask.list(ends, target, found);
            assertArrayEquals(sources(expected), sources(found));
        });
    }

    private static int[] sources(Partners partners) {
        return IntStream.range(0, partners.size()).map(partners::get).toArray();
    }
}
