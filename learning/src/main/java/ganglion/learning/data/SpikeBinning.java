package ganglion.learning.data;

import ganglion.learning.sample.SpikeInput;
import java.util.Arrays;

/**
 * How recorded spikes become steps: a spike at time {@code s} belongs to step {@code floor(s / stepSeconds)}; later ones are left
 * out, several of one channel in a step are one.
 *
 * @param stepSeconds length of a step
 * @param steps number of steps
 * @param channels number of channels of the recording
 */
public record SpikeBinning(double stepSeconds, int steps, int channels) {

    /** @throws IllegalArgumentException if a number is out of range */
    public SpikeBinning {
        if (!(stepSeconds > 0 && stepSeconds < Double.POSITIVE_INFINITY) || steps < 1 || channels < 1) {
            throw new IllegalArgumentException(steps + " steps of " + stepSeconds + " s from " + channels
                    + " channels, expected 1 or more, more than 0 and 1 or more");
        }
    }

    /** The channels of the Heidelberg data sets in a given number of steps. */
    public static SpikeBinning heidelberg(double stepSeconds, int steps) {
        return new SpikeBinning(stepSeconds, steps, 700);
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
        int[] channelOf = new int[seconds.length];
        int[] starts = new int[steps + 1];
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
                channelOf[count++] = channel;
                starts[(int) step]++;
            }
        }
        return distinct(starts, byStep(starts, stepOf, channelOf, count));
    }

    private static String number(double channel) {
        return channel == (long) channel ? Long.toString((long) channel) : Double.toString(channel);
    }

    /**
     * Sorts channels by step, by counting.
     *
     * @param starts how many spikes each step has; the position of its first one afterwards
     */
    private static int[] byStep(int[] starts, int[] stepOf, int[] channelOf, int count) {
        for (int t = 1; t < starts.length; t++) {
            starts[t] += starts[t - 1];
        }
        int[] sorted = new int[count];
        for (int k = count - 1; k >= 0; k--) {
            sorted[--starts[stepOf[k]]] = channelOf[k];
        }
        return sorted;
    }

    /** Sorts the channels of each step and keeps one of several, by marking each in a set of bits. */
    private SpikeInput distinct(int[] starts, int[] neurons) {
        long[] marked = new long[(channels + Long.SIZE - 1) / Long.SIZE];
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
        return new SpikeInput(channels, starts, Arrays.copyOf(neurons, kept));
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
