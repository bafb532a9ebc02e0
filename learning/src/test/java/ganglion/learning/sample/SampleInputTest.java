package ganglion.learning.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.kernel.event.SpikeRaster;
import ganglion.learning.sample.Sample.ConstantInput;
import ganglion.learning.sample.Sample.DenseInput;
import org.junit.jupiter.api.Test;

class SampleInputTest {

    private static final SpikeInput SPIKES = new SpikeInput(4, new int[] {0, 2, 2, 3}, new int[] {0, 3, 1});

    @Test
    void spikesAreOnesAtTheirPlaces() {
        float[][] expected = {{1, 0, 0, 1}, {0, 0, 0, 0}, {0, 1, 0, 0}};
        for (int t = 0; t < 3; t++) {
            for (int i = 0; i < 4; i++) {
                assertEquals(expected[t][i], SPIKES.at(t, i));
            }
        }
        assertEquals(3, SPIKES.steps());
        assertEquals(4, SPIKES.size());
    }

    @Test
    void aRasterAndBackIsTheSame() {
        SpikeRaster raster = SPIKES.raster();
        SpikeInput back = SpikeInput.of(raster, 3);

        assertEquals(2, raster.tick(2));
        assertArrayEquals(SPIKES.starts(), back.starts());
        assertArrayEquals(SPIKES.neurons(), back.neurons());
    }

    @Test
    void aShorterInputOfARasterCutsItOff() {
        SpikeInput cut = SpikeInput.of(SPIKES.raster(), 2);

        assertArrayEquals(new int[] {0, 2, 2}, cut.starts());
        assertArrayEquals(new int[] {0, 3}, cut.neurons());
        assertEquals(5, SpikeInput.of(SPIKES.raster(), 5).steps(), "a longer one is silent at its end");
    }

    @Test
    void numbersAreReadAtTheirPlaces() {
        DenseInput dense = new DenseInput(new float[][] {{1, 2}, {3, 4}, {5, 6}});
        ConstantInput constant = new ConstantInput(new float[] {7, 8}, 5);

        assertEquals(4, dense.at(1, 1));
        assertEquals(3, dense.steps());
        assertEquals(2, dense.size());
        assertEquals(8, constant.at(0, 1));
        assertEquals(8, constant.at(4, 1));
        assertEquals(5, constant.steps());
    }

    @Test
    void refusesInputsThatContradictThemselves() {
        assertThrows(IllegalArgumentException.class, () -> new SpikeInput(4, new int[] {0}, new int[0]));
        assertThrows(IllegalArgumentException.class, () -> new SpikeInput(4, new int[] {0, 1}, new int[0]));
        assertThrows(IllegalArgumentException.class, () -> new SpikeInput(4, new int[] {0, 1}, new int[] {4}));
        assertThrows(IllegalArgumentException.class, () -> new SpikeInput(4, new int[] {0, 1}, new int[] {-1}));
        assertThrows(IllegalArgumentException.class, () -> new SpikeInput(4, new int[] {0, 2}, new int[] {2, 1}));
        assertThrows(IllegalArgumentException.class, () -> new SpikeInput(4, new int[] {0, 2}, new int[] {2, 2}));
        assertThrows(IllegalArgumentException.class, () -> new DenseInput(new float[0][]));
        assertThrows(IllegalArgumentException.class, () -> new DenseInput(new float[][] {{1}, {1, 2}}));
        assertThrows(IllegalArgumentException.class, () -> new ConstantInput(new float[1], 0));
        assertThrows(IllegalArgumentException.class, () -> new Sample(SPIKES, -1));
        assertThrows(NullPointerException.class, () -> new Sample(null, 0));
    }
}
