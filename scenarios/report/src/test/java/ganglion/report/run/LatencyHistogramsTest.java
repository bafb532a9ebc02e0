package ganglion.report.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Files;
import java.nio.file.Path;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatencyHistogramsTest {

    @TempDir
    private Path folder;

    @Test
    void writesLogsThatHdrHistogramReadsBack() throws Exception {
        Histogram histogram = new Histogram(3);
        histogram.recordValueWithCount(1_500, 7);
        histogram.recordValue(2_000_000);
        Path file = folder.resolve("a.hlog");

        LatencyHistograms.writeIfAny(histogram, "loihi", 2.5, file);

        try (HistogramLogReader reader = new HistogramLogReader(file.toFile())) {
            Histogram read = (Histogram) reader.nextIntervalHistogram();
            assertEquals(histogram, read);
            assertEquals("loihi", read.getTag());
            assertEquals(2_500, read.getEndTimeStamp() - read.getStartTimeStamp());
            assertNull(reader.nextIntervalHistogram());
        }
    }

    @Test
    void writesNoLogOfNothing() throws Exception {
        Path file = folder.resolve("a.hlog");

        LatencyHistograms.writeIfAny(new Histogram(3), "loihi", 1, file);

        assertFalse(Files.exists(file));
    }

    @Test
    void countsTheTimeFromClipToFirstSpike() {
        Histogram latency = LatencyHistograms.ofDecisions(SampleRun.sample().run());

        assertEquals(3, latency.getTotalCount());
        assertEquals(40e6, latency.getValueAtPercentile(100), 40e3);
    }
}
