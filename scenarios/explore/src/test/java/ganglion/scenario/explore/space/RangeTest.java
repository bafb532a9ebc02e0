package ganglion.scenario.explore.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RangeTest {

    private static final Range HIDDEN = new Range("hidden", "/network/layers/0/outputs", 4, 64, true, true);
    private static final Range RATE = new Range("rate", "/rate", 0.001, 0.1, false, true);

    @Test
    void onALogarithmicScaleEqualFactorsAreEqualDistances() {
        assertEquals(16, HIDDEN.at(0.5));
        assertEquals(0.5, HIDDEN.share(16), 1e-12);
        assertEquals(0.01, RATE.at(0.5));
    }

    @Test
    void itsBoundsAreNotPassed() {
        assertEquals(4, HIDDEN.at(-1));
        assertEquals(64, HIDDEN.at(2));
    }

    @Test
    void aTextGivesItsCoordinateBack() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100; i++) {
            double value = RATE.random(random);
            assertEquals(value, RATE.coordinate(RATE.text(value)));
            assertTrue(RATE.text(value).replaceAll("E.*|^0\\.0*|\\.", "").length() <= 4, RATE.text(value));
        }
        assertEquals("16", HIDDEN.text(16));
        assertEquals(Map.of("/network/layers/0/outputs", "16"), HIDDEN.settings(16));
    }

    @Test
    void theBoundsOfWholeNumbersAreAsLikelyAsWhatIsBetweenThem() {
        assertEquals(List.of(0.33, 0.33, 0.33), shares(new Range("n", "/n", 1, 3, true, false)));

        // On a logarithmic scale 1 has the factor from 0.5 to 1.5, 2 that from 1.5 to 2.5, and 3 that from 2.5 to 3.5.
        double all = Math.log(3.5 / 0.5);
        assertEquals(
                List.of(rounded(Math.log(3) / all), rounded(Math.log(2.5 / 1.5) / all), rounded(Math.log(1.4) / all)),
                shares(new Range("n", "/n", 1, 3, true, true)));
    }

    private static List<Double> shares(Range range) {
        SplittableRandom random = new SplittableRandom(1);
        int[] counts = new int[3];
        for (int i = 0; i < 100_000; i++) {
            counts[(int) range.random(random) - 1]++;
        }
        return Arrays.stream(counts).mapToObj(count -> rounded(count / 1e5)).toList();
    }

    private static double rounded(double share) {
        return Math.rint(100 * share) / 100;
    }
}
