package ganglion.scenario.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.place.DocumentPath;
import ganglion.scenario.model.Expectation;
import ganglion.scenario.model.Expectation.Bounds;
import ganglion.scenario.model.Measure;
import ganglion.scenario.result.ExpectationOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RasterDistanceTest {

    @TempDir
    private Path folder;

    private static long[] ticks(String text) {
        return text == null || text.isBlank()
                ? new long[0]
                : Arrays.stream(text.trim().split(" +"))
                        .mapToLong(Long::parseLong)
                        .toArray();
    }

    /** By hand: a spike more or less is 1, moving by d is d times the cost, unless taking away and adding is cheaper. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10 20 30 | 10 20 30    | 0.1 | 0
            10 20 30 | 10 20       | 0.1 | 1
                     | 1 2 3 4     | 0.1 | 4
            10 20 30 | 13 20 30    | 0.1 | 0.3
            10       | 90          | 0.1 | 2
            10 20    | 11 19 60    | 0.1 | 1.2
            10 20 30 | 12 22 32    | 0   | 0
            10 20 30 | 10 20 31    | 9   | 2
            """)
    void countsTheCheapestChanges(String one, String other, double cost, double expected) {
        assertEquals(expected, RasterDistances.victorPurpura(ticks(one), ticks(other), cost), 1e-12);
        assertEquals(expected, RasterDistances.victorPurpura(ticks(other), ticks(one), cost), 1e-12);
    }

    /** Every way of pairing spikes: what the definition says, and far too slow for more than a few. */
    private static double cheapest(long[] one, int i, long[] other, int j, double cost) {
        if (i == one.length || j == other.length) {
            return one.length - i + other.length - j;
        }
        double moved = cost * Math.abs(one[i] - other[j]) + cheapest(one, i + 1, other, j + 1, cost);
        double taken = 1 + cheapest(one, i + 1, other, j, cost);
        double added = 1 + cheapest(one, i, other, j + 1, cost);
        return Math.min(moved, Math.min(taken, added));
    }

    @Test
    void agreesWithEveryWayOfPairing() {
        Random random = new Random(9);
        for (int trial = 0; trial < 300; trial++) {
            long[] one =
                    random.longs(random.nextInt(6), 0, 60).sorted().distinct().toArray();
            long[] other =
                    random.longs(random.nextInt(6), 0, 60).sorted().distinct().toArray();
            double cost = random.nextDouble() * 0.2;

            assertEquals(
                    cheapest(one, 0, other, 0, cost),
                    RasterDistances.victorPurpura(one, other, cost),
                    1e-12,
                    "seed 9, trial " + trial);
        }
    }

    /** The integral itself, in steps that are small against the time constant. */
    private static double integral(long[] one, long[] other, double tau) {
        double step = 0.002;
        double sum = 0;
        for (double t = step / 2; t < 400; t += step) {
            double difference = trace(one, t, tau) - trace(other, t, tau);
            sum += difference * difference * step / tau;
        }
        return sum;
    }

    private static double trace(long[] ticks, double t, double tau) {
        return Arrays.stream(ticks)
                .filter(tick -> tick <= t)
                .mapToDouble(tick -> Math.exp((tick - t) / tau))
                .sum();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10 20 30 | 10 20 30
            10       |
            10       | 10 90
            10 20 30 | 11 25 29 60
            1 2 3    | 100 101
            """)
    void agreesWithTheIntegral(String one, String other) {
        double tau = 8;

        double expected = integral(ticks(one), ticks(other), tau);

        assertEquals(expected, RasterDistances.squaredVanRossum(ticks(one), ticks(other), tau), 2e-4);
    }

    @Test
    void keepsTheTriangleInequality() {
        Random random = new Random(5);
        for (int trial = 0; trial < 200; trial++) {
            long[][] trains = new long[3][];
            for (int i = 0; i < 3; i++) {
                trains[i] = random.longs(random.nextInt(6), 0, 100)
                        .sorted()
                        .distinct()
                        .toArray();
            }
            assertTriangle(trains, (one, other) -> RasterDistances.victorPurpura(one, other, 0.07));
            assertTriangle(trains, (one, other) -> Math.sqrt(RasterDistances.squaredVanRossum(one, other, 9)));
        }
    }

    private interface Distance {
        double between(long[] one, long[] other);
    }

    private static void assertTriangle(long[][] trains, Distance distance) {
        double detour = distance.between(trains[0], trains[1]) + distance.between(trains[1], trains[2]);

        assertTrue(
                distance.between(trains[0], trains[2]) <= detour + 1e-9,
                () -> "seed 5: " + Arrays.deepToString(trains));
    }

    private DocumentPath golden(String spikes, int neurons) throws IOException {
        String head = "# format: ganglion-raster 1\n# tick-seconds: 0.002\n# ticks: 100\n# population: out " + neurons
                + "\ntick,population,neuron\n";
        return new DocumentPath("golden.csv", Files.writeString(folder.resolve("golden.csv"), head + spikes));
    }

    private static ExpectationOutcome check(Measure measure, double below) {
        return EvidenceFixture.of(EvidenceFixture.spikes(10, 0, 20, 1, 30, 2))
                .check(new Expectation.Figure(
                        "/expect/0", measure, new Bounds(Double.NEGATIVE_INFINITY, below, false)));
    }

    @Test
    void sumsOverNeuronsAndNamesTheFarthest() throws IOException {
        DocumentPath golden = golden("12,out,0\n20,out,1\n30,out,2\n40,out,2\n", 3);

        ExpectationOutcome outcome = check(new Measure.VictorPurpura(golden, 0.1), 1.3);

        assertTrue(outcome.passed());
        assertEquals("1.2 (neuron 2 of out is farthest)", outcome.found());
        assertEquals("Victor-Purpura distance from golden.csv", outcome.text());
        assertFalse(check(new Measure.VictorPurpura(golden, 0.1), 1.2).passed());
    }

    @Test
    void takesTheRootOfTheSumOfSquares() throws IOException {
        DocumentPath golden = golden("10,out,0\n", 3);

        ExpectationOutcome outcome = check(new Measure.VanRossum(golden, 5), 1.1);

        assertTrue(outcome.passed());
        assertEquals("1 (neuron 1 of out is farthest)", outcome.found(), "two spikes of 1/2 each");
    }

    @Test
    void neverPassesAGoldenRasterOfAnotherNetworkOrNone() throws IOException {
        DocumentPath other = golden("", 4);
        DocumentPath none = new DocumentPath("none.csv", folder.resolve("none.csv"));

        assertEquals(
                "unknown: 3 neurons in out, the golden raster has 4",
                check(new Measure.VanRossum(other, 5), 1e9).found());
        assertEquals(
                "unknown: no usable golden raster (no such file); ganglion test --update writes it",
                check(new Measure.VictorPurpura(none, 1), 1e9).found());
    }
}
