package ganglion.hardware.comparison;

import ganglion.hardware.chip.NumberFormat;
import java.util.Objects;

/**
 * How the equivalent dense network is run.
 *
 * @param format number format of weights and activations
 * @param stateful whether neurons keep a state that decays from pass to pass, as the spiking ones do; false for an
 *     artificial network of the same layers
 * @param passesPerInference passes through the network per inference: one for a feed-forward network on a
 *     whole clip, one per frame for a recurrent network
 * @param inferencesPerSecond inferences in one second of audio
 * @param duty share of the time in which it runs: 1 if always on, less if it is gated
 */
public record BaselineSetting(
        NumberFormat format, boolean stateful, long passesPerInference, double inferencesPerSecond, double duty) {

    /** @throws IllegalArgumentException if a number is not more than 0, or the duty more than 1 */
    public BaselineSetting {
        Objects.requireNonNull(format, "format");
        if (passesPerInference < 1) {
            throw new IllegalArgumentException(
                    "found " + passesPerInference + " passes for an inference, expected at least one");
        }
        if (!(inferencesPerSecond > 0) || Double.isInfinite(inferencesPerSecond)) {
            throw new IllegalArgumentException(
                    "found " + inferencesPerSecond + " inferences a second, expected more than 0");
        }
        if (!(duty > 0 && duty <= 1)) {
            throw new IllegalArgumentException("found a duty of " + duty + ", expected more than 0 and at most 1");
        }
    }

    /** The network itself in every tick, always on: an inference is a tick. */
    public static BaselineSetting everyTick(NumberFormat format, double tickSeconds) {
        return new BaselineSetting(format, true, 1, 1 / tickSeconds, 1);
    }
}
