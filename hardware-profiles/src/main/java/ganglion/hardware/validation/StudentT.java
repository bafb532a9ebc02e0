package ganglion.hardware.validation;

/** Student's t distribution. */
final class StudentT {

    /** 97.5 % of a normal distribution lie below this many standard deviations. */
    private static final double NORMAL = 1.959963985;

    private StudentT() {}

    /**
     * The value below which 97.5 % of the distribution lie, so that 95 % are within it either way. By the expansion of Fisher
     * and Cornish in Abramowitz and Stegun (1964), 26.7.5; with four degrees of freedom 0.3 % too small, with more of them less.
     *
     * @param degrees degrees of freedom, at least 4
     */
    static double quantile(int degrees) {
        if (degrees < 4) {
            throw new IllegalArgumentException("found " + degrees + " degrees of freedom, expected at least 4");
        }
        double x = NORMAL;
        double x3 = x * x * x;
        double x5 = x3 * x * x;
        double x7 = x5 * x * x;
        double n = degrees;
        return x
                + (x3 + x) / (4 * n)
                + (5 * x5 + 16 * x3 + 3 * x) / (96 * n * n)
                + (3 * x7 + 19 * x5 + 17 * x3 - 15 * x) / (384 * n * n * n);
    }
}
