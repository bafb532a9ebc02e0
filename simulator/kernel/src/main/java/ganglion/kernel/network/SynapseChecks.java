package ganglion.kernel.network;

/**
 * What every synapse must satisfy, in whichever layout it is stored: a delay of at least one tick, so that a spike
 * never acts at the tick at which it is fired, and a finite weight, because one NaN would silence its target for ever.
 */
final class SynapseChecks {

    private SynapseChecks() {}

    /** @throws IllegalArgumentException if a delay is below one tick */
    static void checkDelay(int delayTicks) {
        if (delayTicks < 1) {
            throw new IllegalArgumentException("a synapse needs a delay of at least 1 tick, not " + delayTicks);
        }
    }

    /** @throws IllegalArgumentException if a weight is infinite or not a number */
    static void checkWeight(double weight) {
        if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException("a weight must be a finite number, not " + weight);
        }
    }

    /** The weight itself, if it is finite. */
    static double checkedWeight(double weight) {
        checkWeight(weight);
        return weight;
    }

    /** Rounds a delay to whole ticks. */
    static int wholeDelay(double delayTicks) {
        double rounded = Math.rint(delayTicks);
        if (!(rounded >= 1 && rounded <= Integer.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "a synapse needs a delay from 1 to " + Integer.MAX_VALUE + " ticks, not " + delayTicks);
        }
        return (int) rounded;
    }
}
