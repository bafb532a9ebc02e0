package ganglion.documents.quantity;

import java.util.Locale;

/**
 * The 95 % interval of a share that was counted on a sample (Wilson, J. Am. Stat. Assoc. 22, 1927): in 95 of 100 samples it holds
 * the true share. Unlike the share with its standard error it stays within 0 and 1, and has a width at 0 and 1 too.
 *
 * @param low from 0
 * @param high up to 1
 */
public record WilsonInterval(double low, double high) {

    /** Number of standard deviations on each side of the mean that hold 95 % of a normal distribution. */
    private static final double DEVIATIONS = 1.959963984540054;

    /**
     * The interval of a share.
     *
     * @param share of the samples that were found, 0 to 1
     * @param samples number of independent samples; of none nothing is known, so that the interval is all from 0 to 1
     */
    public static WilsonInterval of(double share, long samples) {
        if (samples == 0) {
            return new WilsonInterval(0, 1);
        }
        double squared = DEVIATIONS * DEVIATIONS / samples;
        double centre = (share + squared / 2) / (1 + squared);
        double half = DEVIATIONS / (1 + squared) * Math.sqrt(share * (1 - share) / samples + squared / (4 * samples));
        return new WilsonInterval(share == 0 ? 0 : centre - half, share == 1 ? 1 : centre + half);
    }

    /** In percent with one digit: {@code [92.8, 98.4]}. */
    public String percent() {
        return String.format(Locale.ROOT, "[%.1f, %.1f]", 100 * low, 100 * high);
    }
}
