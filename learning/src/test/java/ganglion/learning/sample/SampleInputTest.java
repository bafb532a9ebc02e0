package ganglion.learning.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.random.CounterRandom;
import ganglion.learning.data.SpikeBinning;
import ganglion.learning.sample.Sample.ConstantInput;
import ganglion.learning.sample.Sample.DenseInput;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({"0, 0", "0.0099, 0", "0.01, 1", "0.0499, 4"})
    void aSpikeBelongsToTheStepThatItsTimeIsIn(double seconds, int step) {
        SpikeInput input = new SpikeBinning(0.01, 5, 3).input(new double[] {seconds}, new double[] {2});

        assertEquals(1, input.at(step, 2));
        assertEquals(1, input.neurons().length);
    }

    @Test
    void binningLeavesOutWhatIsLateAndCountsTwinsOnce() {
        SpikeBinning binning = new SpikeBinning(0.01, 5, 3);

        assertEquals(
                1,
                binning.input(new double[] {0.02, 0.0201, 0.05, 9}, new double[] {1, 1, 1, 1})
                        .neurons()
                        .length);
        assertEquals(700, SpikeBinning.heidelberg(0.01, 5).channels());
        assertThrows(IllegalArgumentException.class, () -> new SpikeBinning(0, 5, 3));
        assertThrows(IllegalArgumentException.class, () -> new SpikeBinning(0.01, 0, 3));
        assertThrows(IllegalArgumentException.class, () -> new SpikeBinning(Double.NaN, 5, 3));
        assertThrows(IllegalArgumentException.class, () -> new SpikeBinning(0.01, 5, 0));
    }

    /** Step and channel of each spike, put in order by a set. */
    @Test
    void binningOrdersSpikesByStepAndChannel() {
        CounterRandom random = new CounterRandom(11);
        int spikes = 3000;
        double[] seconds = new double[spikes];
        double[] channels = new double[spikes];
        TreeSet<Integer> keys = new TreeSet<>();
        for (int k = 0; k < spikes; k++) {
            int step = random.below(2L * k, 60);
            channels[k] = random.below(2L * k + 1, 130);
            seconds[k] = step + 0.5;
            if (step < 50) {
                keys.add(step * 130 + (int) channels[k]);
            }
        }

        SpikeInput input = new SpikeBinning(1, 50, 130).input(seconds, channels);

        List<Integer> found = new ArrayList<>();
        for (int t = 0; t < 50; t++) {
            for (int k = input.starts()[t]; k < input.starts()[t + 1]; k++) {
                found.add(t * 130 + input.neurons()[k]);
            }
        }
        assertEquals(List.copyOf(keys), found);
    }
}
