package ganglion.scenario.interchange.compile;

/**
 * Gains that are meant to be 1. Trainers' exports choose a resistance of {@code tau / step}, so that a weight counts as it
 * is; the product of the two then misses 1 by rounding, or does not. It counts as 1 in both cases: weights stay the numbers
 * of 32 bits that were trained.
 */
public final class UnitGain {

    private static final double MOST_ROUNDING = 4 * Math.ulp(1.0);

    private UnitGain() {}

    /** The gain, or 1 if it misses 1 by no more than rounding does. */
    public static double of(double gain) {
        return Math.abs(gain - 1) <= MOST_ROUNDING ? 1 : gain;
    }
}
