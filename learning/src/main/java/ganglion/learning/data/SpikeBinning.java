package ganglion.learning.data;

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
}
