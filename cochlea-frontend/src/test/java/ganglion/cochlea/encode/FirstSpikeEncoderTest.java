package ganglion.cochlea.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.event.SpikeRaster;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstSpikeEncoderTest {

    private static final int WINDOW = 11;

    @ParameterizedTest
    @CsvSource({"1, 0", "7, 0", "0.9, 1", "0.5, 5", "0.1, 9", "0, 10"})
    void strongerDrivesFireEarlier(double drive, long tick) {
        double[] drives = new double[WINDOW];
        Arrays.fill(drives, drive);

        SpikeRaster raster = Encoded.raster(new FirstSpikeEncoder(WINDOW, 0), 1, drives);

        assertEquals(1, raster.size());
        assertEquals(tick, raster.tick(0));
    }

    @Test
    void belowTheThresholdIsSilence() {
        double[] drives = new double[WINDOW];
        Arrays.fill(drives, 0.19);

        assertEquals(
                0, Encoded.raster(new FirstSpikeEncoder(WINDOW, 0.2), 1, drives).size());
    }

    @Test
    void theFirstFrameOfAWindowCounts() {
        double[] drives = new double[2 * WINDOW];
        drives[0] = 0.5;
        drives[3] = 1;
        drives[WINDOW] = 1;

        SpikeRaster raster = Encoded.raster(new FirstSpikeEncoder(WINDOW, 0.1), 1, drives);

        assertEquals(2, raster.size());
        assertEquals(5, raster.tick(0));
        assertEquals(WINDOW, raster.tick(1));
    }

    /** The decoder: drive = 1 - latency / (frames - 1), to half a frame. Each of the window's frames is used: log2(11) bits. */
    @Test
    void theLatencyDecodesTheDrive() {
        int bands = 501;
        double[] drives = new double[bands * WINDOW];
        Arrays.setAll(drives, i -> i % bands / (bands - 1.0));

        SpikeRaster raster = Encoded.raster(new FirstSpikeEncoder(WINDOW, 0), bands, drives);

        assertEquals(bands, raster.size());
        for (int i = 0; i < bands; i++) {
            double decoded = 1 - raster.tick(i) / (WINDOW - 1.0);
            assertEquals(drives[raster.neuron(i)], decoded, 0.5 / (WINDOW - 1) + 1e-12);
        }
        for (int tick = 0; tick < WINDOW; tick++) {
            assertTrue(raster.between(tick, tick + 1).size() > 0, "frame " + tick);
        }
    }
}
