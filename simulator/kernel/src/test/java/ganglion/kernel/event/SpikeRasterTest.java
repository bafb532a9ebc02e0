package ganglion.kernel.event;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpikeRasterTest {

    @Test
    void sortsSpikesByTickAndNeuronInWhateverOrderTheyCome() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            List<int[]> spikes = new ArrayList<>();
            for (int tick = 0; tick < 40; tick++) {
                for (int neuron = 0; neuron < 5; neuron++) {
                    if (random.nextInt(3) == 0) {
                        spikes.add(new int[] {tick, neuron});
                    }
                }
            }
            SpikeRaster expected = raster(spikes);
            Collections.shuffle(spikes, random);

            SpikeRaster shuffled = raster(spikes);

            assertEquals(expected, shuffled);
            for (int i = 1; i < shuffled.size(); i++) {
                long before = shuffled.tick(i - 1) * 5 + shuffled.neuron(i - 1);
                assertTrue(before < shuffled.tick(i) * 5 + shuffled.neuron(i));
            }
        }
    }

    private static SpikeRaster raster(List<int[]> spikes) {
        SpikeRaster.Builder builder = SpikeRaster.builder(5);
        spikes.forEach(spike -> builder.add(spike[0], spike[1]));
        return builder.build();
    }

    @Test
    void aBatchCopiesItsFirstSpikes() {
        long[] ticks = {3, 4, 9};
        int[] neurons = {1, 0, 7};

        SpikeBatch batch = SpikeBatch.copyOf(ticks, neurons, 2);
        ticks[0] = 8;

        assertEquals(2, batch.size());
        assertEquals(3, batch.tick(0));
        assertEquals(0, batch.neuron(1));
        assertSame(SpikeBatch.EMPTY, SpikeBatch.copyOf(ticks, neurons, 0));
    }

    @Test
    void growsOnAfterItWasBuilt() {
        SpikeRaster.Builder builder = SpikeRaster.builder(2).add(3, 1).add(1, 0);
        builder.build();

        for (int tick = 4; tick < 300; tick++) {
            builder.add(tick, 0);
        }

        assertEquals(298, builder.build().size());
    }

    @Test
    void findsSpikesByTime() {
        SpikeRaster raster =
                SpikeRaster.builder(3).add(2, 0).add(2, 2).add(5, 1).add(9, 2).build();

        assertEquals(0, raster.firstIndexAt(0));
        assertEquals(2, raster.firstIndexAt(3));
        assertEquals(4, raster.firstIndexAt(10));
        assertArrayEquals(new int[] {0, 1, 1}, raster.countsByNeuron(3, 10));
        assertArrayEquals(new int[] {1, 0, 1}, raster.countsByNeuron(0, 5));
        assertEquals(SpikeRaster.builder(3).add(5, 1).build(), raster.between(3, 9));
        assertEquals(0, raster.between(9, 3).size());
    }

    @Test
    void refusesImpossibleSpikes() {
        SpikeRaster.Builder builder = SpikeRaster.builder(2);

        assertThrows(IllegalArgumentException.class, () -> builder.add(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> builder.add(0, 2));
        assertThrows(IllegalArgumentException.class, () -> builder.add(0, -1));
        assertThrows(IllegalArgumentException.class, () -> SpikeRaster.builder(-1));
        assertThrows(
                IllegalArgumentException.class,
                () -> builder.add(4, 1).add(3, 1).add(4, 1).build());
    }
}
