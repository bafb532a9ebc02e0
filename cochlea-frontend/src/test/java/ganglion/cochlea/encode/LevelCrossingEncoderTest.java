package ganglion.cochlea.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.event.SpikeRaster;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelCrossingEncoderTest {

    @Test
    void risesFireOnAndFallsFireOff() {
        SpikeRaster raster = Encoded.raster(new LevelCrossingEncoder(1), 1, 0.9, 1, 1.5, 2, 1.5, 1, 0.9);

        assertEquals(2, raster.neuronCount());
        assertEquals("1:0 3:0 5:1", spikes(raster));
    }

    @Test
    void steadyDrivesCostNothing() {
        double[] steady = new double[100];
        Arrays.fill(steady, 0.5);

        assertEquals(
                2, Encoded.raster(new LevelCrossingEncoder(0.25), 1, steady).size());
    }

    @Test
    void eachBandHasItsOwnPair() {
        SpikeRaster raster = Encoded.raster(new LevelCrossingEncoder(1), 2, 1, 0, 0, 1);

        assertEquals("0:0 1:1 1:2", spikes(raster));
    }

    /** The decoder adds up the steps. As long as the drive moves less than a step per frame it errs by less than a step. */
    @Test
    void theSumOfTheStepsFollowsTheDrive() {
        double step = 0.02;
        double[] drives = new double[2000];
        Arrays.setAll(drives, t -> 0.5 - 0.5 * Math.cos(t / 100.0));

        SpikeRaster raster = Encoded.raster(new LevelCrossingEncoder(step), 1, drives);

        double decoded = 0;
        int next = 0;
        for (int t = 0; t < drives.length; t++) {
            while (next < raster.size() && raster.tick(next) == t) {
                decoded += raster.neuron(next++) == 0 ? step : -step;
            }
            assertEquals(drives[t], decoded, step, "frame " + t);
        }
        assertTrue(raster.size() < drives.length / 4, raster.size() + " spikes");
    }

    @Test
    void aJumpIsCaughtUpWithStepByStep() {
        double[] drives = new double[10];
        Arrays.fill(drives, 5);

        SpikeRaster raster = Encoded.raster(new LevelCrossingEncoder(1), 1, drives);

        assertEquals("0:0 1:0 2:0 3:0 4:0", spikes(raster));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesSenselessSteps(double step) {
        assertThrows(IllegalArgumentException.class, () -> new LevelCrossingEncoder(step));
    }

    private static String spikes(SpikeRaster raster) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < raster.size(); i++) {
            text.append(i == 0 ? "" : " ").append(raster.tick(i)).append(':').append(raster.neuron(i));
        }
        return text.toString();
    }
}
