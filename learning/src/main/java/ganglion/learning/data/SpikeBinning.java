package ganglion.learning.data;

import ganglion.kernel.event.SpikeRaster;
import ganglion.learning.sample.SpikeInput;
import java.util.Arrays;

/**
 * How recorded spikes become steps: a spike at time {@code s} belongs to step {@code floor(s / stepSeconds)}; later ones are left
 * out. Neighbouring channels may share an input. Several spikes of one input in a step are one, and counted.
 *
 * @param stepSeconds length of a step
 * @param steps number of steps
 * @param channels number of channels of the recording
 * @param channelsPerInput number of neighbouring channels of each input, counted from channel 0; the last input may have fewer
 */
public record SpikeBinning(double stepSeconds, int steps, int channels, int channelsPerInput) {

    /** @throws IllegalArgumentException if a number is out of range */
    public SpikeBinning {
        if (!(stepSeconds > 0 && stepSeconds < Double.POSITIVE_INFINITY) || steps < 1 || channels < 1) {
            throw new IllegalArgumentException(steps + " steps of " + stepSeconds + " s from " + channels
                    + " channels, expected 1 or more, more than 0 and 1 or more");
        }
        if (channelsPerInput < 1 || channelsPerInput > channels) {
            throw new IllegalArgumentException(
                    "found " + channelsPerInput + " channels per input, expected 1 to " + channels);
        }
    }

    /** Each channel is an input. */
    public SpikeBinning(double stepSeconds, int steps, int channels) {
        this(stepSeconds, steps, channels, 1);
    }

    /** Number of inputs. */
    public int inputs() {
        return (channels + channelsPerInput - 1) / channelsPerInput;
    }

    /**
     * The steps of one recording.
     *
     * @param seconds time of each spike, 0 or more, in any order
     * @param channels channel of each spike
     * @throws IllegalArgumentException if there are more of one than of the other, or one is out of range
     */
    public SpikeInput input(double[] seconds, double[] channels) {
        if (seconds.length != channels.length) {
            throw new IllegalArgumentException(
                    "found " + seconds.length + " times and " + channels.length + " channels, expected equally many");
        }
        int[] stepOf = new int[seconds.length];
        int[] inputOf = new int[seconds.length];
        int count = 0;
        for (int k = 0; k < seconds.length; k++) {
            int channel = (int) channels[k];
            if (!(channel == channels[k] && channel >= 0 && channel < this.channels && seconds[k] >= 0)) {
                throw new IllegalArgumentException("found a spike of channel " + number(channels[k]) + " at "
                        + seconds[k] + " s, expected whole channels below " + this.channels + " and times from 0 on");
            }
            double step = seconds[k] / stepSeconds;
            if (step < steps) {
                stepOf[count] = (int) step;
                inputOf[count++] = channel / channelsPerInput;
            }
        }
        return input(stepOf, inputOf, count, 0);
    }

    /** The steps of spikes of which each tick is a step. @param raster of as many neurons as there are channels */
    public SpikeInput input(SpikeRaster raster) {
        int count = raster.firstIndexAt(steps);
        int[] stepOf = new int[count];
        int[] inputOf = new int[count];
        for (int k = 0; k < count; k++) {
            stepOf[k] = (int) raster.tick(k);
            inputOf[k] = raster.neuron(k) / channelsPerInput;
        }
        return input(stepOf, inputOf, count, raster.merged());
    }

    /** @param merged spikes that were merged before */
    private SpikeInput input(int[] stepOf, int[] inputOf, int count, int merged) {
        int[] starts = new int[steps + 1];
        for (int k = 0; k < count; k++) {
            starts[stepOf[k]]++;
        }
        return distinct(starts, byStep(starts, stepOf, inputOf, count), merged);
    }

    private static String number(double channel) {
        return channel == (long) channel ? Long.toString((long) channel) : Double.toString(channel);
    }

    /**
     * Sorts inputs by step, by counting.
     *
     * @param starts how many spikes each step has; the position of its first one afterwards
     */
    private static int[] byStep(int[] starts, int[] stepOf, int[] inputOf, int count) {
        for (int t = 1; t < starts.length; t++) {
            starts[t] += starts[t - 1];
        }
        int[] sorted = new int[count];
        for (int k = count - 1; k >= 0; k--) {
            sorted[--starts[stepOf[k]]] = inputOf[k];
        }
        return sorted;
    }

    /** Sorts the inputs of each step and keeps one of several, by marking each in a set of bits. */
    private SpikeInput distinct(int[] starts, int[] neurons, int merged) {
        long[] marked = new long[(inputs() + Long.SIZE - 1) / Long.SIZE];
        int kept = 0;
        for (int t = 0; t < steps; t++) {
            int first = starts[t];
            starts[t] = kept;
            for (int k = first; k < starts[t + 1]; k++) {
                marked[neurons[k] / Long.SIZE] |= 1L << neurons[k];
            }
            if (first < starts[t + 1]) {
                kept = unmark(marked, neurons, kept);
            }
        }
        starts[steps] = kept;
        return new SpikeInput(inputs(), starts, Arrays.copyOf(neurons, kept), merged + neurons.length - kept);
    }

    private static int unmark(long[] marked, int[] neurons, int from) {
        int kept = from;
        for (int w = 0; w < marked.length; w++) {
            for (long bits = marked[w]; bits != 0; bits &= bits - 1) {
                neurons[kept++] = w * Long.SIZE + Long.numberOfTrailingZeros(bits);
            }
            marked[w] = 0;
        }
        return kept;
    }
}
