package ganglion.report.result;

import java.util.Arrays;

/** Times of all ticks of a chip as they were computed, where a histogram has the upper bounds of its bins. */
record ExactTickTimes(
        double minimumSeconds,
        double p50Seconds,
        double p90Seconds,
        double p99Seconds,
        double p999Seconds,
        double maximumSeconds,
        double meanSeconds) {

    /**
     * Smallest, largest and mean time and percentiles: of p percent the smallest time that at least this share of ticks does not exceed.
     *
     * @param seconds of each tick, at least one
     */
    static ExactTickTimes of(double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return new ExactTickTimes(
                sorted[0],
                percentile(sorted, 50),
                percentile(sorted, 90),
                percentile(sorted, 99),
                percentile(sorted, 99.9),
                sorted[sorted.length - 1],
                Arrays.stream(seconds).average().orElseThrow());
    }

    private static double percentile(double[] sorted, double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.length - 1e-9);
        return sorted[Math.max(rank, 1) - 1];
    }
}
