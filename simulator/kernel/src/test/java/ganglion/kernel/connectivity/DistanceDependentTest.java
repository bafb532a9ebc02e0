package ganglion.kernel.connectivity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.random.CounterRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DistanceDependentTest {

    private static final CounterRandom RANDOM = new CounterRandom(8);

    private static Stream<Arguments> rules() {
        Grid fine = new Grid(70, 9, 7, 2);
        Grid coarse = new Grid(11, 5, 7, 2);
        return Stream.of(
                        new DistanceProfile.Gaussian(0.8, 0.6),
                        new DistanceProfile.Exponential(1, 0.9),
                        new DistanceProfile.Step(0.4, 1.1))
                .flatMap(profile -> Stream.of(
                        Arguments.of(profile, new GridDistance(fine, coarse, false)),
                        Arguments.of(profile, new GridDistance(fine, coarse, true)),
                        Arguments.of(profile, new GridDistance(Grid.line(300, 9), Grid.line(100, 9), true))));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void joinsPairsWithTheProbabilityOfTheirDistance(DistanceProfile profile, GridDistance distance) {
        Ends ends = Ends.of(distance.sources().size(), distance.targets().size());

        int[][] joined = Joined.by(new DistanceDependent(distance, profile, true, RANDOM), ends);

        double[] expected = new double[40];
        double[] variance = new double[40];
        int[] found = new int[40];
        for (int source = 0; source < ends.sourceSize(); source++) {
            for (int target = 0; target < ends.targetSize(); target++) {
                int ring = (int) (5 * distance.between(source, target));
                double probability = profile.at(distance.between(source, target));
                expected[ring] += probability;
                variance[ring] += probability * (1 - probability);
                found[ring] += joined[source][target];
            }
        }
        for (int ring = 0; ring < expected.length; ring++) {
            assertEquals(expected[ring], found[ring], 5 * Math.sqrt(variance[ring]) + 1e-9, "ring " + ring);
        }
        assertEquals(1, Joined.largest(joined));
    }

    @Test
    void measuresAcrossTheEdgesOfATorus() {
        Grid grid = new Grid(10, 4, 10, 4);

        assertEquals(Math.sqrt(81 + 9), new GridDistance(grid, grid, false).between(0, 39), 1e-12);
        assertEquals(Math.sqrt(2), new GridDistance(grid, grid, true).between(0, 39), 1e-12);
        assertEquals(
                2 + 0.5 * 9, new GridDistance(grid, grid, false).linear(2, 0.5).at(0, 9, 0), 1e-12);
    }

    @Test
    void refusesGridsThatDoNotFit() {
        GridDistance distance = new GridDistance(Grid.line(5, 1), Grid.line(5, 1), false);
        Connector rule = new DistanceDependent(distance, new DistanceProfile.Step(1, 1), true, RANDOM);

        ConnectorTest.assertRefused("the population has 6", () -> Joined.by(rule, Ends.of(6, 5)));
        ConnectorTest.assertRefused("found 0 x 1", () -> Grid.line(0, 1));
        ConnectorTest.assertRefused("above 0", () -> Grid.line(1, 0));
        ConnectorTest.assertRefused("one width", () -> new GridDistance(Grid.line(5, 1), Grid.line(5, 2), false));
        ConnectorTest.assertRefused("expected 0 to 1", () -> new DistanceProfile.Gaussian(2, 1));
        ConnectorTest.assertRefused("above 0", () -> new DistanceProfile.Exponential(1, 0));
    }
}
