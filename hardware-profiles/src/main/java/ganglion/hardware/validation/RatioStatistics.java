package ganglion.hardware.validation;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/**
 * Ratios of estimates to measurements in a few numbers.
 *
 * @param rows number of ratios
 * @param median the middle one; the geometric mean of the two in the middle if their number is even
 * @param geometricMean exponential of the mean of their logarithms
 * @param worst the one furthest from 1, as a factor either way
 * @param medianError median of the absolute natural logarithms
 * @param withinQuarter how many are from 1/1.25 to 1.25
 */
public record RatioStatistics(
        int rows, double median, double geometricMean, double worst, double medianError, int withinQuarter) {

    /** Estimates up to this factor from the measurement, either way, are within 25 % of it. */
    public static final double QUARTER = 1.25;

    /** @throws IllegalArgumentException if there are no cases */
    static RatioStatistics of(Collection<ValidationCase> cases) {
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("no ratios");
        }
        double[] logs = cases.stream().mapToDouble(ValidationCase::logRatio).toArray();
        return new RatioStatistics(
                logs.length,
                Math.exp(median(logs)),
                Math.exp(Arrays.stream(logs).sum() / logs.length),
                Math.exp(Arrays.stream(logs)
                        .boxed()
                        .max(Comparator.comparingDouble(Math::abs))
                        .orElseThrow()),
                median(Arrays.stream(logs).map(Math::abs).toArray()),
                (int) Arrays.stream(logs)
                        .filter(log -> Math.abs(log) <= Math.log(QUARTER))
                        .count());
    }

    /** Share of the ratios that are within 25 %, from 0 to 1. */
    public double shareWithinQuarter() {
        return (double) withinQuarter / rows;
    }

    /** The middle value, or the mean of the two in the middle. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
