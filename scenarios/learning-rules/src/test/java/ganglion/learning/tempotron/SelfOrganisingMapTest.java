package ganglion.learning.tempotron;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelfOrganisingMapTest {

    private static final SelfOrganisingMap.Settings LINE = SelfOrganisingMap.Settings.of(8, 1, 30);

    /** Points along a bent line in the plane, evenly. */
    private static List<double[]> curve(int count, long seed) {
        Random random = new Random(seed);
        List<double[]> frames = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            double angle = Math.PI * random.nextDouble();
            frames.add(new double[] {Math.cos(angle), Math.sin(angle)});
        }
        return frames;
    }

    @Test
    void aSingleFrameMovesTheWholeMapTowardsIt() {
        List<double[]> one = List.of(new double[] {3, -1});

        SelfOrganisingMap map = SelfOrganisingMap.fit(one, LINE, 1);

        for (int unit = 0; unit < map.units(); unit++) {
            assertArrayEquals(one.get(0), map.prototype(unit), 1e-12);
        }
        assertEquals(0, map.distortion(one), 1e-12);
    }

    @Test
    void aRateOfOneAndNoNeighbourhoodLeavesTheWinnerOnTheFrameSeenLast() {
        SelfOrganisingMap.Settings jump = new SelfOrganisingMap.Settings(2, 1, 1, 1, 1, 1e-3, 1e-3);
        List<double[]> frames = List.of(new double[] {0}, new double[] {0.25}, new double[] {1});

        SelfOrganisingMap map = SelfOrganisingMap.fit(frames, jump, 3);

        for (int unit = 0; unit < map.units(); unit++) {
            double value = map.prototype(unit)[0];
            assertTrue(value == 0 || value == 0.25 || value == 1, "a mixture: " + value);
        }
    }

    @Test
    void neighboursStandForSimilarFrames() {
        SelfOrganisingMap map = SelfOrganisingMap.fit(curve(500, 1), LINE, 5);

        double[] angles = new double[map.units()];
        for (int unit = 0; unit < angles.length; unit++) {
            angles[unit] = Math.atan2(map.prototype(unit)[1], map.prototype(unit)[0]);
        }
        boolean rises = angles[angles.length - 1] > angles[0];
        for (int unit = 1; unit < angles.length; unit++) {
            assertEquals(rises, angles[unit] > angles[unit - 1], "the line is in order: " + Arrays.toString(angles));
        }
    }

    @Test
    void nearestUnitsComeInTheOrderOfTheirDistance() {
        SelfOrganisingMap map = SelfOrganisingMap.fit(curve(200, 1), LINE, 5);
        double[] frame = {0.3, 0.9};

        int[] nearest = map.nearest(frame, 3);

        assertEquals(3, nearest.length);
        assertEquals(map.winner(frame), nearest[0]);
        double before = 0;
        for (int unit : nearest) {
            double distance = Math.hypot(frame[0] - map.prototype(unit)[0], frame[1] - map.prototype(unit)[1]);
            assertTrue(distance >= before);
            before = distance;
        }
        assertEquals(map.units(), map.nearest(frame, 100).length);
    }

    @Test
    void saysWhatIsWrongWithFrames() {
        assertEquals(
                "a map needs at least one frame to be made from",
                assertThrows(IllegalArgumentException.class, () -> SelfOrganisingMap.fit(List.of(), LINE, 0))
                        .getMessage());
        List<double[]> uneven = List.of(new double[2], new double[3]);
        assertEquals(
                "frames have 2 and 3 values",
                assertThrows(IllegalArgumentException.class, () -> SelfOrganisingMap.fit(uneven, LINE, 0))
                        .getMessage());
        SelfOrganisingMap map = SelfOrganisingMap.fit(curve(10, 1), LINE, 5);
        assertEquals(
                "a frame has 3 values, the map was made of 2",
                assertThrows(IllegalArgumentException.class, () -> map.winner(new double[3]))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 0.5, 0.1, 1, 1",
        "1000, 1000, 1, 0.5, 0.1, 1, 1",
        "2, 2, 0, 0.5, 0.1, 1, 1",
        "2, 2, 1, 0, 0.1, 1, 1",
        "2, 2, 1, 0.5, 1.5, 1, 1",
        "2, 2, 1, 0.5, 0.1, 0, 1",
        "2, 2, 1, 0.5, 0.1, 1, NaN"
    })
    void refusesSettingsOutOfRange(
            int width, int height, int epochs, double rate, double lastRate, double radius, double lastRadius) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new SelfOrganisingMap.Settings(width, height, epochs, rate, lastRate, radius, lastRadius));
    }
}
