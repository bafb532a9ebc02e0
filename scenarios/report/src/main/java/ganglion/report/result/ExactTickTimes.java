package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;

/** Times of all ticks of a chip as they were computed, where a histogram has the upper bounds of its bins. */
final class ExactTickTimes {

    private ExactTickTimes() {}

    /**
     * Smallest, largest and mean time and percentiles: of p percent the smallest time that at least this share of ticks does not exceed.
     *
     * @param seconds of each tick, at least one
     */
    static ObjectNode of(double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        ObjectNode section = JsonNodes.object();
        section.put("minimumSeconds", sorted[0]);
        section.put("p50Seconds", percentile(sorted, 50));
        section.put("p90Seconds", percentile(sorted, 90));
        section.put("p99Seconds", percentile(sorted, 99));
        section.put("p999Seconds", percentile(sorted, 99.9));
        section.put("maximumSeconds", sorted[sorted.length - 1]);
        section.put("meanSeconds", Arrays.stream(seconds).average().orElseThrow());
        return section;
    }

    private static double percentile(double[] sorted, double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.length - 1e-9);
        return sorted[Math.max(rank, 1) - 1];
    }
}
