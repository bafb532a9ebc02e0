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
        long[] places = new long[seconds.length];
        int count = 0;
        for (int k = 0; k < seconds.length; k++) {
            int channel = (int) channels[k];
            if (!(channel == channels[k] && channel >= 0 && channel < this.channels && seconds[k] >= 0)) {
                throw new IllegalArgumentException("found a spike of channel " + number(channels[k]) + " at "
                        + seconds[k] + " s, expected whole channels below " + this.channels + " and times from 0 on");
            }
            double step = seconds[k] / stepSeconds;
            if (step < steps) {
                places[count++] = (long) step * inputs() + channel / channelsPerInput;
            }
        }
        return SpikeInput.of(inputs(), steps, Arrays.copyOf(places, count), 0);
    }

    /** The steps of spikes of which each tick is a step. @param raster of as many neurons as there are channels, with no merged spike after the steps */
    public SpikeInput input(SpikeRaster raster) {
        long[] places = new long[raster.firstIndexAt(steps)];
        Arrays.setAll(places, k -> raster.tick(k) * inputs() + raster.neuron(k) / channelsPerInput);
        return SpikeInput.of(inputs(), steps, places, raster.merged());
    }

    private static String number(double channel) {
        return channel == (long) channel ? Long.toString((long) channel) : Double.toString(channel);
    }
}
