package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.kernel.time.Clock;
import ganglion.scenario.result.Decision;
import java.util.List;
import org.HdrHistogram.Histogram;

/** A histogram of times as percentiles, maximum and mean, and as a curve for a chart. */
public final class LatencySection {

    private static final int SIGNIFICANT_DIGITS = 3;
    private static final double NANOSECONDS_PER_SECOND = 1e9;
    private static final double PICOSECONDS_PER_SECOND = 1e12;
    /** Points of the curve per nine of the percentile. */
    private static final int POINTS_PER_NINE = 8;

    private LatencySection() {}

    /**
     * Figures in seconds; of an empty histogram only {@code count}, which is 0.
     *
     * @param nanoseconds the histogram
     */
    public static ObjectNode of(Histogram nanoseconds) {
        return of(nanoseconds, NANOSECONDS_PER_SECOND);
    }

    /** From the start of each clip to the first spike of its winner; clips without a spike are left out. */
    public static ObjectNode ofDecisions(List<Decision> decisions, Clock clock) {
        Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);
        for (Decision decision : decisions) {
            double seconds = DecisionSection.firstSpikeLatencySeconds(decision, clock);
            if (Double.isFinite(seconds)) {
                histogram.recordValue(Math.round(seconds * NANOSECONDS_PER_SECOND));
            }
        }
        return of(histogram);
    }

    /** The same of a histogram of picoseconds. */
    static ObjectNode ofPicoseconds(Histogram picoseconds) {
        return of(picoseconds, PICOSECONDS_PER_SECOND);
    }

    private static ObjectNode of(Histogram histogram, double unitsPerSecond) {
        ObjectNode section = JsonNodes.object();
        section.put("count", histogram.getTotalCount());
        if (histogram.getTotalCount() == 0) {
            return section;
        }
        section.put("p50Seconds", histogram.getValueAtPercentile(50) / unitsPerSecond);
        section.put("p90Seconds", histogram.getValueAtPercentile(90) / unitsPerSecond);
        section.put("p99Seconds", histogram.getValueAtPercentile(99) / unitsPerSecond);
        section.put("p999Seconds", histogram.getValueAtPercentile(99.9) / unitsPerSecond);
        section.put("maximumSeconds", histogram.getMaxValue() / unitsPerSecond);
        section.put("meanSeconds", histogram.getMean() / unitsPerSecond);
        section.set("curve", curve(histogram, unitsPerSecond));
        return section;
    }

    /** Percentiles evenly spaced in nines, up to the last one that this many values can resolve. */
    private static ArrayNode curve(Histogram histogram, double unitsPerSecond) {
        ArrayNode curve = JsonNodes.array();
        double finest = Math.log10(histogram.getTotalCount());
        int last = Math.max(POINTS_PER_NINE, (int) Math.floor(finest * POINTS_PER_NINE + 1e-9));
        for (int point = 0; point <= last; point++) {
            double percentile = 100 * (1 - Math.pow(10, -(double) point / POINTS_PER_NINE));
            double seconds = histogram.getValueAtPercentile(percentile) / unitsPerSecond;
            curve.addObject().put("percentile", percentile).put("seconds", seconds);
        }
        return curve;
    }
}
