package ganglion.report.chart;

/** Numbers that an axis may be marked at the multiples of: 1, 2 and 5 times a power of ten. */
public final class RoundNumber {

    private static final double ROUNDING = 1e-9;

    private RoundNumber() {}

    /** The largest round number that is not above a positive number. */
    static double atMost(double length) {
        double power = Math.pow(10, Math.floor(Math.log10(length)));
        double digits = length / power;
        return power * (digits >= 5 ? 5 : digits >= 2 ? 2 : 1);
    }

    /** The smallest round number that is not below a positive number. */
    public static double atLeast(double length) {
        double power = Math.pow(10, Math.floor(Math.log10(length)));
        double digits = length / power * (1 - ROUNDING);
        return power * (digits <= 1 ? 1 : digits <= 2 ? 2 : digits <= 5 ? 5 : 10);
    }
}
