package ganglion.hardware.validation;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/**
 * Ratios of estimates to measurements in a few numbers.
 *
 * @param count number of ratios
 * @param median the middle one; the geometric mean of the two in the middle if their number is even
 * @param worst the one furthest from 1
 * @param typical the factor that the middle one of them is from 1, either way
 * @param withinQuarter share of them from 1/1.25 to 1.25
 * @param withinTwo share of them from 1/2 to 2
 */
public record RatioStatistics(
        int count, double median, double worst, double typical, double withinQuarter, double withinTwo) {

    /** Estimates up to this factor from the measurement, either way, are within 25 % of it. */
    public static final double QUARTER = 1.25;

    /** @throws IllegalArgumentException if there are no votes */
    static RatioStatistics of(Collection<Vote> votes) {
        if (votes.isEmpty()) {
            throw new IllegalArgumentException("no ratios");
        }
        double[] logs = votes.stream().mapToDouble(Vote::logRatio).toArray();
        return new RatioStatistics(
                logs.length,
                Math.exp(median(logs)),
                Math.exp(Arrays.stream(logs)
                        .boxed()
                        .max(Comparator.comparingDouble(Math::abs))
                        .orElseThrow()),
                Math.exp(median(Arrays.stream(logs).map(Math::abs).toArray())),
                share(logs, QUARTER),
                share(logs, 2));
    }

    private static double share(double[] logs, double factor) {
        double within = Arrays.stream(logs)
                .filter(log -> Math.abs(log) <= Math.log(factor))
                .count();
        return within / logs.length;
    }

    /** The middle value, or the mean of the two in the middle. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
