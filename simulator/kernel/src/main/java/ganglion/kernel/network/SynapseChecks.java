package ganglion.kernel.network;

import ganglion.kernel.network.UnfitSynapseException.Part;
import ganglion.kernel.neuron.NetworkNumbers;

/**
 * What every synapse must satisfy, in whichever layout it is stored: a delay of at least one tick, so that a spike
 * never acts at the tick at which it is fired, and a weight that is a number and {@linkplain NetworkNumbers not too large},
 * because one NaN or infinity would silence its target, or make it fire, for ever.
 */
final class SynapseChecks {

    private SynapseChecks() {}

    /** @throws IllegalArgumentException if a delay is below one tick */
    static void checkDelay(int delayTicks) {
        if (delayTicks < 1) {
            throw new UnfitSynapseException(
                    Part.DELAY, "found a delay of " + delayTicks + " ticks, expected at least 1 tick");
        }
    }

    /** @throws IllegalArgumentException if a weight is beyond all bounds or not a number */
    static void checkWeight(double weight) {
        if (!NetworkNumbers.fits(weight)) {
            throw new UnfitSynapseException(
                    Part.WEIGHT, "found the weight " + weight + ", expected " + NetworkNumbers.EXPECTED);
        }
    }

    /** The weight itself, if it is fit. */
    static double checkedWeight(double weight) {
        checkWeight(weight);
        return weight;
    }

    /** Rounds a delay to whole ticks. */
    static int wholeDelay(double delayTicks) {
        double rounded = Math.rint(delayTicks);
        if (!(rounded >= 1 && rounded <= Integer.MAX_VALUE)) {
            throw new UnfitSynapseException(
                    Part.DELAY,
                    "found a delay of " + delayTicks + " ticks, expected 1 to " + Integer.MAX_VALUE + " ticks");
        }
        return (int) rounded;
    }
}
