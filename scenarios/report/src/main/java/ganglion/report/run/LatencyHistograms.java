package ganglion.report.run;

import ganglion.report.result.DecisionSection;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.ScenarioRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/** Latencies as HdrHistogram logs, which the tools of HdrHistogram read, plot and add. */
public final class LatencyHistograms {

    private static final int SIGNIFICANT_DIGITS = 3;
    private static final double NANOSECONDS_PER_SECOND = 1e9;
    private static final double NANOSECONDS_PER_MILLISECOND = 1e6;

    private LatencyHistograms() {}

    /** From the start of each clip to the first spike of its winner, in nanoseconds; clips without a spike are left out. */
    static Histogram ofDecisions(ScenarioRun run) {
        Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);
        for (Decision decision : run.decisions()) {
            double seconds = DecisionSection.firstSpikeLatencySeconds(decision, run.clock());
            if (Double.isFinite(seconds)) {
                histogram.recordValue(Math.round(seconds * NANOSECONDS_PER_SECOND));
            }
        }
        return histogram;
    }

    /**
     * Writes a histogram of nanoseconds as a log of one interval: the run, on the scenario's clock. An empty histogram
     * gives no file.
     *
     * @param tag name of the histogram in the log, without commas, blanks or line breaks
     */
    public static void writeIfAny(Histogram nanoseconds, String tag, double durationSeconds, Path file)
            throws IOException {
        if (nanoseconds.getTotalCount() == 0) {
            return;
        }
        // The stream of the writer hides errors such as a full disk. So it writes to memory, and the file is written
        // after.
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream lines = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        HistogramLogWriter writer = new HistogramLogWriter(lines);
        writer.outputComment("[Latencies in nanoseconds; interval maxima in milliseconds]");
        writer.outputLogFormatVersion();
        writer.outputLegend();
        Histogram tagged = nanoseconds.copy();
        tagged.setTag(tag);
        writer.outputIntervalHistogram(0, durationSeconds, tagged, NANOSECONDS_PER_MILLISECOND);
        lines.flush();
        Files.write(file, bytes.toByteArray());
    }
}
