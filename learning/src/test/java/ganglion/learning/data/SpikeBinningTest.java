package ganglion.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.event.SpikeRaster;
import ganglion.learning.sample.SpikeInput;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded spikes in steps, against a table that is filled spike by spike. */
class SpikeBinningTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 64, 65, 200})
    void aStepHasEachChannelThatSpikedInItOnce(int channels) {
        Random random = new Random(channels);
        for (int k = 0; k < 20; k++) {
            SpikeBinning binning = new SpikeBinning(0.25, 1 + random.nextInt(12), channels);
            int count = random.nextInt(300);
            double[] seconds = random.doubles(count, 0, 4).toArray();
            double[] which = random.ints(count, 0, channels).asDoubleStream().toArray();
            boolean[][] expected = new boolean[binning.steps()][channels];
            for (int i = 0; i < count; i++) {
                int step = (int) Math.floor(seconds[i] / 0.25);
                if (step < binning.steps()) {
                    expected[step][(int) which[i]] = true;
                }
            }

            SpikeInput input = binning.input(seconds, which);

            assertEquals(binning.steps(), input.steps());
            for (int t = 0; t < binning.steps(); t++) {
                for (int c = 0; c < channels; c++) {
                    assertEquals(expected[t][c] ? 1 : 0, input.at(t, c), "step " + t + ", channel " + c);
                }
            }
        }
    }

    @Test
    void aSpikeOnTheEdgeBelongsToTheLaterStepAndOneAtTheEndToNone() {
        SpikeInput input = new SpikeBinning(0.5, 2, 1).input(new double[] {0.5, 1.0}, new double[] {0, 0});

        assertEquals(0, input.at(0, 0));
        assertEquals(1, input.at(1, 0));
        assertEquals(1, input.neurons().length);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 4", "0.1, -1", "0.1, 0.5", "-0.1, 0", "NaN, 0", "0.1, NaN"})
    void spikesThatCannotBeAreRefused(double seconds, double channel) {
        SpikeBinning binning = new SpikeBinning(0.5, 2, 4);

        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> binning.input(new double[] {seconds}, new double[] {channel}))
                .getMessage();

        assertTrue(message.contains("expected whole channels below 4 and times from 0 on"), message);
    }

    @Test
    void neighbouringChannelsShareAnInput() {
        SpikeBinning binning = new SpikeBinning(0.5, 2, 7, 3);

        SpikeInput input = binning.input(new double[] {0, 0.1, 0.2, 0.6, 0.7}, new double[] {0, 2, 3, 6, 5});

        assertEquals(3, binning.inputs());
        assertEquals(1, input.merged());
        assertEquals(3, input.size());
        assertArrayEquals(new int[] {0, 2, 4}, input.starts());
        assertArrayEquals(new int[] {0, 1, 1, 2}, input.neurons());
    }

    @Test
    void ticksOfARasterAreSteps() {
        SpikeRaster raster = SpikeRaster.builder(4)
                .add(0, 1)
                .add(0, 2)
                .add(1, 0)
                .add(1, 1)
                .add(5, 3)
                .build();

        SpikeInput input = new SpikeBinning(0.5, 3, 4, 2).input(raster);

        assertArrayEquals(new int[] {0, 2, 3, 3}, input.starts());
        assertArrayEquals(new int[] {0, 1, 0}, input.neurons());
    }

    @Test
    void refusesExtentsOutOfRange() {
        assertEquals(
                "found 8 channels per input, expected 1 to 7",
                assertThrows(IllegalArgumentException.class, () -> new SpikeBinning(0.5, 2, 7, 8))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new SpikeBinning(0.5, 2, 7, 0));
        assertThrows(IllegalArgumentException.class, () -> new SpikeBinning(0, 5, 3));
        assertThrows(IllegalArgumentException.class, () -> new SpikeBinning(Double.NaN, 5, 3));
        assertThrows(IllegalArgumentException.class, () -> new SpikeBinning(0.01, 0, 3));
        assertThrows(IllegalArgumentException.class, () -> new SpikeBinning(0.01, 5, 0));
    }
}
