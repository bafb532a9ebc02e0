package ganglion.kernel.connectivity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.SynapseParameter;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.kernel.random.CounterRandom;
import ganglion.kernel.random.Distribution.Normal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectorTest {

    private static final CounterRandom RANDOM = new CounterRandom(42);

    @Test
    void joinsAllToAll() {
        assertEquals(12, Joined.total(Joined.by(new AllToAll(false), Ends.of(3, 4))));
        assertEquals(16, Joined.total(Joined.by(new AllToAll(true), Ends.recurrent(4))));

        int[][] withoutAutapses = Joined.by(new AllToAll(false), Ends.recurrent(4));

        assertEquals(12, Joined.total(withoutAutapses));
        assertEquals(0, Joined.onDiagonal(withoutAutapses));
    }

    @Test
    void keepsAllToAllWithOneDelayAsAMatrix() {
        Connection connection = new Connection(
                new AllToAll(true), SynapseParameter.drawn(new Normal(0, 1), RANDOM), SynapseParameter.constant(3));

        Synapses synapses = connection.connect(Ends.of(5, 6), TaskRunner.SEQUENTIAL);

        assertTrue(synapses instanceof DenseSynapses);
        assertEquals(new Normal(0, 1).draw(RANDOM, (2L << 32) + 4), synapses.weight(2, 4));
        assertEquals(3, synapses.delayTicks(2, 4));
    }

    @Test
    void joinsOneToOne() {
        int[][] joined = Joined.by(new OneToOne(), Ends.of(5, 5));

        assertEquals(5, Joined.total(joined));
        assertEquals(5, Joined.onDiagonal(joined));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.003, 0.1, 0.7, 1})
    void joinsPairsWithTheirProbability(double probability) {
        Ends ends = Ends.of(300, 200);

        int[][] joined = Joined.by(new PairwiseBernoulli(probability, true, RANDOM), ends);

        double pairs = 60_000;
        double fiveDeviations = 5 * Math.sqrt(pairs * probability * (1 - probability));
        assertEquals(pairs * probability, Joined.total(joined), fiveDeviations);
        assertTrue(Joined.largest(joined) <= 1);
        for (int inDegree : Joined.inDegrees(joined)) {
            assertEquals(300 * probability, inDegree, 5.5 * Math.sqrt(300 * probability * (1 - probability)));
        }
    }

    @Test
    void leavesOutAutapsesOfPairs() {
        assertEquals(0, Joined.onDiagonal(Joined.by(new PairwiseBernoulli(0.5, false, RANDOM), Ends.recurrent(100))));
        assertTrue(Joined.onDiagonal(Joined.by(new PairwiseBernoulli(0.5, true, RANDOM), Ends.recurrent(100))) > 0);
    }

    @ParameterizedTest
    @CsvSource({"true, true, 30", "true, false, 30", "false, true, 30", "false, false, 30", "false, false, 39"})
    void givesEveryTargetItsInDegree(boolean autapses, boolean multapses, int inDegree) {
        Sampling sampling = new Sampling(autapses, multapses, RANDOM);

        int[][] joined = Joined.by(new FixedInDegree(inDegree, sampling), Ends.recurrent(40));

        int[] expected = new int[40];
        Arrays.fill(expected, inDegree);
        assertArrayEquals(expected, Joined.inDegrees(joined));
        assertEquals(autapses, Joined.onDiagonal(joined) > 0);
        assertEquals(multapses, Joined.largest(joined) > 1);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void givesEverySourceItsOutDegree(boolean autapses, boolean multapses) {
        Sampling sampling = new Sampling(autapses, multapses, RANDOM);

        int[][] joined = Joined.by(new FixedOutDegree(30, sampling), Ends.recurrent(40));

        for (int[] row : joined) {
            assertEquals(30, Arrays.stream(row).sum());
        }
        assertEquals(autapses, Joined.onDiagonal(joined) > 0);
        assertEquals(multapses, Joined.largest(joined) > 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void drawsEveryPartnerEquallyOften(boolean multapses) {
        FixedInDegree rule = new FixedInDegree(10, new Sampling(true, multapses, RANDOM));

        int[][] joined = Joined.by(rule, Ends.of(20, 4000));

        for (int[] row : joined) {
            assertEquals(2000, Arrays.stream(row).sum(), 5 * Math.sqrt(2000));
        }
    }

    @Test
    void refusesRulesThatCannotBe() {
        Sampling once = new Sampling(false, false, RANDOM);
        assertRefused("expected 0 to 1", () -> new PairwiseBernoulli(1.1, true, RANDOM));
        assertRefused("expected 0 or more", () -> new FixedInDegree(-1, once));
        assertRefused("expected 0 or more", () -> new FixedOutDegree(-1, once));
        assertRefused("only 4 neurons", () -> Joined.by(new FixedInDegree(5, once), Ends.recurrent(5)));
        assertRefused("only 5 neurons", () -> Joined.by(new FixedOutDegree(6, once), Ends.of(9, 5)));
        assertRefused(
                "only 0 neurons",
                () -> Joined.by(new FixedInDegree(1, new Sampling(false, true, RANDOM)), Ends.recurrent(1)));
        assertRefused("one size", () -> Joined.by(new OneToOne(), Ends.of(2, 3)));
        assertRefused("cannot have -1", () -> Ends.of(-1, 3));
        assertRefused("both 2 and 3", () -> new Ends(2, 3, true));
    }

    static void assertRefused(String reason, Runnable rule) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, rule::run);
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }
}
