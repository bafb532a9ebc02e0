package ganglion.learning.sample;

import ganglion.kernel.event.SpikeRaster;
import ganglion.learning.sample.Sample.SampleInput;
import java.util.Arrays;

/**
 * Spikes, by step: those of step {@code t} are {@code neurons[starts[t]]} to {@code neurons[starts[t + 1] - 1]}.
 *
 * @param size number of inputs
 * @param starts one position per step, and the number of spikes; not copied
 * @param neurons inputs that spike, ascending within a step; not copied
 * @param merged how many recorded spikes were one with another of their input and step
 */
public record SpikeInput(int size, int[] starts, int[] neurons, int merged) implements SampleInput {

    /** @throws IllegalArgumentException if there is no step, or a spike is of an input that does not exist */
    public SpikeInput {
        if (starts.length < 2 || starts[0] != 0 || starts[starts.length - 1] != neurons.length) {
            throw new IllegalArgumentException("an input needs at least one step, and the spikes of all its steps");
        }
        for (int t = 0; t + 1 < starts.length; t++) {
            for (int k = starts[t]; k < starts[t + 1]; k++) {
                if (neurons[k] < 0 || neurons[k] >= size || k > starts[t] && neurons[k] <= neurons[k - 1]) {
                    throw new IllegalArgumentException("input " + neurons[k] + " at step " + t + " is not among 0 to "
                            + (size - 1) + " in ascending order");
                }
            }
        }
    }

    /** Spikes of which none was merged. */
    public SpikeInput(int size, int[] starts, int[] neurons) {
        this(size, starts, neurons, 0);
    }

    /**
     * The first ticks of a raster, one step per tick.
     *
     * @param steps number of ticks to take, at least 1
     */
    public static SpikeInput of(SpikeRaster raster, int steps) {
        long[] places = new long[raster.firstIndexAt(steps)];
        Arrays.setAll(places, k -> raster.tick(k) * raster.neuronCount() + raster.neuron(k));
        return of(raster.neuronCount(), steps, places, 0);
    }

    /**
     * Spikes at places in any order, of which each is the step times the number of inputs, plus the input. Several at one place are
     * one, and counted.
     *
     * @param places sorted by this method
     * @param merged how many were merged before
     */
    public static SpikeInput of(int size, int steps, long[] places, int merged) {
        Arrays.sort(places);
        int[] starts = new int[steps + 1];
        int[] neurons = new int[places.length];
        int count = 0;
        for (int k = 0; k < places.length; k++) {
            if (k == 0 || places[k] != places[k - 1]) {
                starts[(int) (places[k] / size) + 1]++;
                neurons[count++] = (int) (places[k] % size);
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        return new SpikeInput(size, starts, Arrays.copyOf(neurons, count), merged + places.length - count);
    }

    /** The spikes as a raster, one tick per step. */
    public SpikeRaster raster() {
        SpikeRaster.Builder builder = SpikeRaster.builder(size);
        for (int t = 0; t < steps(); t++) {
            for (int k = starts[t]; k < starts[t + 1]; k++) {
                builder.add(t, neurons[k]);
            }
        }
        return builder.build();
    }

    @Override
    public int steps() {
        return starts.length - 1;
    }

    @Override
    public float at(int step, int index) {
        for (int k = starts[step]; k < starts[step + 1]; k++) {
            if (neurons[k] == index) {
                return 1;
            }
        }
        return 0;
    }
}
