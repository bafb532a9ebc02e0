package ganglion.live.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What classes score over the window. */
class WindowReadOutTest {

    private static final double[] NO_POTENTIALS = {};

    private static void take(WindowReadOut readOut, int... fired) {
        readOut.take(fired, fired.length, NO_POTENTIALS);
    }

    @Test
    void spikesCountAsLongAsTheyAreInTheWindow() {
        CountReadOut counts = new CountReadOut(2, List.of(List.of(0), List.of(1)), false, 3);

        assertEquals(-1, counts.leader());
        take(counts, 1);
        take(counts, 1);
        assertEquals(1, counts.leader());
        take(counts, 0);
        take(counts, 0);
        assertEquals(0, counts.leader());
        take(counts);
        take(counts);
        take(counts);
        assertEquals(-1, counts.leader());
    }

    @Test
    void theConfidenceIsTheProbabilityOfTheHighestRate() {
        CountReadOut counts = new CountReadOut(2, List.of(List.of(0), List.of(1)), false, 100);
        take(counts, 0, 1);
        assertEquals(0.5, counts.confidence(0), 1e-12);

        for (int i = 0; i < 20; i++) {
            take(counts, 1);
        }
        assertTrue(counts.confidence(1) > 0.999);
        assertEquals(1, counts.confidence(0) + counts.confidence(1), 1e-9);
    }

    @Test
    void groupsOfDifferentSizesAreComparedByTheirMean() {
        CountReadOut counts = new CountReadOut(5, List.of(List.of(0), List.of(1, 2, 3, 4)), false, 10);
        take(counts, 0, 1, 2, 3);
        take(counts, 0);

        assertEquals(0, counts.leader());
    }

    @Test
    void eachNeuronHasOneVote() {
        CountReadOut votes = new CountReadOut(4, List.of(List.of(0, 1), List.of(2, 3)), true, 10);
        take(votes, 0);
        take(votes, 0);
        take(votes, 0, 2, 3);

        assertEquals(1, votes.leader());
    }

    @Test
    void potentialsAreComparedByMeanOrHighest() {
        PotentialReadOut mean = new PotentialReadOut(2, false, 2);
        PotentialReadOut highest = new PotentialReadOut(2, true, 2);
        double[][] potentials = {{9, 9}, {1, 0}, {0, 0.9}, {0.5, 0}};
        for (double[] tick : potentials) {
            mean.take(new int[0], 0, tick);
            highest.take(new int[0], 0, tick);
        }

        assertEquals(1, mean.leader());
        assertEquals(1 / (1 + Math.exp(0.25 - 0.45)), mean.confidence(1), 1e-12);
        assertEquals(1, highest.leader());
        assertEquals(1, highest.confidence(0) + highest.confidence(1), 1e-12);
    }
}
