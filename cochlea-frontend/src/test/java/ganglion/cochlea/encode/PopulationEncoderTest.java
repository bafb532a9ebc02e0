package ganglion.cochlea.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.event.SpikeRaster;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PopulationEncoderTest {

    private static final int NEURONS = 9;

    /** The decoder: the mean of preferred drives, weighted with spike counts. Edges have neighbours on one side only. */
    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.3, 0.4375, 0.5, 0.61, 0.75})
    void theMeanOfPreferredDrivesDecodesTheDrive(double drive) {
        double[] drives = new double[200];
        Arrays.fill(drives, drive);

        int[] counts = Encoded.raster(new PopulationEncoder(NEURONS), 1, drives).countsByNeuron(0, Long.MAX_VALUE);

        double sum = 0;
        double weighted = 0;
        for (int j = 0; j < NEURONS; j++) {
            sum += counts[j];
            weighted += counts[j] * j / (NEURONS - 1.0);
        }
        assertEquals(drive, weighted / sum, 0.01);
    }

    @Test
    void theNeuronThatPrefersTheDriveFiresInEveryFrame() {
        double[] drives = new double[50];
        Arrays.fill(drives, 0.5);

        int[] counts = Encoded.raster(new PopulationEncoder(NEURONS), 1, drives).countsByNeuron(0, Long.MAX_VALUE);

        assertEquals(50, counts[4]);
        assertEquals(counts[3], counts[5]);
        assertEquals(50 * Math.exp(-0.5), counts[3], 1);
    }

    @Test
    void drivesOutOfRangeCountAsTheEnds() {
        SpikeRaster above = Encoded.raster(new PopulationEncoder(4), 1, 7, 7, 7);
        SpikeRaster full = Encoded.raster(new PopulationEncoder(4), 1, 1, 1, 1);

        assertEquals(full, above);
    }

    @Test
    void bandsHaveNeuronsOfTheirOwn() {
        SpikeRaster raster = Encoded.raster(new PopulationEncoder(3), 2, 0, 1);

        assertEquals(6, raster.neuronCount());
        int[] counts = raster.countsByNeuron(0, 1);
        // Neuron 0 prefers drive 0, neuron 5 prefers drive 1; their neighbours have 0.5 + exp(-1/2) at once.
        assertEquals("[1, 1, 0, 0, 1, 1]", Arrays.toString(counts));
    }
}
