package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.HdrHistogram.Histogram;

/** A histogram of nanoseconds as the figures that people quote and the curve that a chart draws. */
public final class LatencySection {

    private static final double NANOSECONDS_PER_SECOND = 1e9;
    /** Points of the curve for each further nine of the percentile. */
    private static final int POINTS_PER_NINE = 8;

    private LatencySection() {}

    /**
     * Figures in seconds; of an empty histogram only {@code count}, which is 0.
     *
     * @param nanoseconds the histogram
     * @param file name of its log in the run directory; null if there is none
     */
    public static ObjectNode of(Histogram nanoseconds, String file) {
        ObjectNode section = Json.object();
        section.put("count", nanoseconds.getTotalCount());
        if (nanoseconds.getTotalCount() == 0) {
            return section;
        }
        section.put("p50Seconds", secondsAt(nanoseconds, 50));
        section.put("p90Seconds", secondsAt(nanoseconds, 90));
        section.put("p99Seconds", secondsAt(nanoseconds, 99));
        section.put("p999Seconds", secondsAt(nanoseconds, 99.9));
        section.put("maximumSeconds", nanoseconds.getMaxValue() / NANOSECONDS_PER_SECOND);
        section.put("meanSeconds", nanoseconds.getMean() / NANOSECONDS_PER_SECOND);
        section.put("file", file);
        section.set("curve", curve(nanoseconds));
        return section;
    }

    /** Percentiles evenly spaced in nines, up to the last one that this many values can tell. */
    private static ArrayNode curve(Histogram nanoseconds) {
        ArrayNode curve = Json.array();
        double finest = Math.log10(nanoseconds.getTotalCount());
        int last = Math.max(POINTS_PER_NINE, (int) Math.floor(finest * POINTS_PER_NINE + 1e-9));
        for (int point = 0; point <= last; point++) {
            double percentile = 100 * (1 - Math.pow(10, -(double) point / POINTS_PER_NINE));
            curve.addObject().put("percentile", percentile).put("seconds", secondsAt(nanoseconds, percentile));
        }
        return curve;
    }

    private static double secondsAt(Histogram nanoseconds, double percentile) {
        return nanoseconds.getValueAtPercentile(percentile) / NANOSECONDS_PER_SECOND;
    }
}
