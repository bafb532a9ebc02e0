package ganglion.learning.eventprop;

import ganglion.learning.sample.SpikeInput;
import java.util.Arrays;

/** Spikes in the order of their times, which are in steps and need not be whole numbers. */
public final class TimedSpikes {

    private static final int LEAST_ROOM = 16;

    private double[] times;
    private int[] neurons;
    private int size;

    /** No spikes yet. */
    public TimedSpikes() {
        times = new double[LEAST_ROOM];
        neurons = new int[LEAST_ROOM];
    }

    private TimedSpikes(double[] times, int[] neurons) {
        this.times = times;
        this.neurons = neurons;
        this.size = times.length;
    }

    /**
     * Given spikes.
     *
     * @param times from 0, ascending; copied
     * @param neurons as many; copied
     * @throws IllegalArgumentException if times do not ascend or are negative, or there are not as many neurons
     */
    public static TimedSpikes of(double[] times, int[] neurons) {
        if (times.length != neurons.length) {
            throw new IllegalArgumentException(times.length + " times of " + neurons.length + " spikes");
        }
        double last = 0;
        for (double time : times) {
            if (!(time >= last)) {
                throw new IllegalArgumentException("a spike at " + time + " after one at " + last);
            }
            last = time;
        }
        return new TimedSpikes(times.clone(), neurons.clone());
    }

    /** The spikes of a sample: those of step {@code t} are at the time {@code t}. */
    public static TimedSpikes of(SpikeInput input) {
        double[] times = new double[input.neurons().length];
        for (int t = 0; t < input.steps(); t++) {
            Arrays.fill(times, input.starts()[t], input.starts()[t + 1], t);
        }
        return new TimedSpikes(times, input.neurons());
    }

    /** Adds a spike, which must not come before the last. */
    public void add(double time, int neuron) {
        if (size == times.length) {
            times = Arrays.copyOf(times, Math.max(LEAST_ROOM, 2 * size));
            neurons = Arrays.copyOf(neurons, times.length);
        }
        times[size] = time;
        neurons[size++] = neuron;
    }

    /** Number of spikes. */
    public int size() {
        return size;
    }

    /** Time of a spike. */
    public double time(int index) {
        return times[index];
    }

    /** Neuron of a spike. */
    public int neuron(int index) {
        return neurons[index];
    }

    /** All times; a copy. */
    public double[] copyOfTimes() {
        return Arrays.copyOf(times, size);
    }

    /** The neurons of all spikes; a copy. */
    public int[] copyOfNeurons() {
        return Arrays.copyOf(neurons, size);
    }
}
