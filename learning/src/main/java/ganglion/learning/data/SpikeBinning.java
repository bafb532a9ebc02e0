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

    /** The channels of the Heidelberg data sets in so many steps. */
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
        long[] keys = new long[seconds.length];
        int count = 0;
        for (int k = 0; k < seconds.length; k++) {
            boolean known = channels[k] >= 0 && channels[k] < this.channels && channels[k] == Math.rint(channels[k]);
            if (!(known && seconds[k] >= 0)) {
                throw new IllegalArgumentException("found a spike of channel " + number(channels[k]) + " at "
                        + seconds[k] + " s, expected whole channels below " + this.channels + " and times from 0 on");
            }
            double step = Math.floor(seconds[k] / stepSeconds);
            if (step < steps) {
                keys[count++] = (long) step * this.channels + (long) channels[k];
            }
        }
        return input(Arrays.stream(keys, 0, count).sorted().distinct().toArray());
    }

    private static String number(double channel) {
        return channel == (long) channel ? Long.toString((long) channel) : Double.toString(channel);
    }

    /** @param keys step times number of channels, plus channel; ascending */
    private SpikeInput input(long[] keys) {
        int[] starts = new int[steps + 1];
        int[] neurons = new int[keys.length];
        for (int k = 0; k < keys.length; k++) {
            neurons[k] = (int) (keys[k] % channels);
            starts[(int) (keys[k] / channels) + 1]++;
        }
        for (int t = 0; t < steps; t++) {
            starts[t + 1] += starts[t];
        }
        return new SpikeInput(channels, starts, neurons);
    }
}
