package ganglion.scenario.explore.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.scenario.explore.TrialRecord.Origin;
import ganglion.scenario.explore.space.Choice;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.space.Range;
import ganglion.scenario.explore.space.Space;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProposerTest {

    private static final Space SPACE = new Space(List.of(
            new Range("x", "/x", 0, 1, false, false),
            new Range("y", "/y", 1, 1000, true, true),
            new Choice(
                    "colour",
                    List.of(
                            new Choice.Option("red", Map.of()),
                            new Choice.Option("green", Map.of()),
                            new Choice.Option("blue", Map.of())))));

    /** Least at x = 0.3, y = 30, green. */
    private static double loss(double... at) {
        double x = at[0] - 0.3;
        double y = Math.log10(at[1] / 30);
        return x * x + y * y / 4 + (at[2] == 1 ? 0 : 0.5);
    }

    private static List<Double> losses(long seed, int count) {
        Proposer proposer = new Proposer(SPACE, seed);
        List<double[]> found = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            found.sort(Comparator.comparingDouble(ProposerTest::loss));
            Configuration next = proposer.next(found).orElseThrow().configuration();
            double[] at = SPACE.coordinates(next);
            found.add(at);
            losses.add(loss(at));
        }
        return losses;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    @Test
    void comesNearerToTheBestThanChance() {
        double later = 0;
        double first = 0;
        for (int seed = 0; seed < 10; seed++) {
            List<Double> losses = losses(seed, 60);
            first += mean(losses.subList(0, 10)) / 10;
            later += mean(losses.subList(40, 60)) / 10;
        }

        assertTrue(later < 0.6 * first, later + " of the last twenty, " + first + " of the first ten");
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertEquals(losses(7, 30), losses(7, 30));
    }

    @Test
    void proposesNothingTwiceAndEndsWhenNothingIsLeft() {
        Space small = new Space(List.of(new Range("n", "/n", 1, 12, true, false)));
        Proposer proposer = new Proposer(small, 1);
        Set<Configuration> seen = new HashSet<>();
        List<double[]> found = new ArrayList<>();
        for (Optional<Proposer.Proposal> next = proposer.next(found); next.isPresent(); next = proposer.next(found)) {
            assertTrue(seen.add(next.get().configuration()), next.get()::toString);
            found.add(small.coordinates(next.get().configuration()));
        }

        assertEquals(12, seen.size());
    }

    @Test
    void leavesTheFirstToChanceAndAThirdOfTheOthers() {
        Proposer proposer = new Proposer(SPACE, 3);
        List<double[]> found = IntStream.range(0, 20)
                .mapToObj(i -> new double[] {i / 20.0, 1 + i, i % 3})
                .toList();
        assertEquals(Origin.RANDOM, proposer.next(List.of()).orElseThrow().origin());
        long byChance = IntStream.range(0, 300)
                .filter(i -> proposer.next(found).orElseThrow().origin() == Origin.RANDOM)
                .count();

        assertTrue(byChance > 70 && byChance < 150, byChance + " of 300");
    }
}
