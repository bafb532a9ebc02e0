package ganglion.report.spikes;

import ganglion.kernel.event.SpikeRaster;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Spikes as text: the header {@code time_s,tick,population,neuron}, then one row a spike, sorted by tick, by the
 * population's place in the network, and by neuron. Times are exact decimals, lines end in a line feed, so that equal
 * spikes give equal bytes everywhere.
 */
public final class SpikesCsv {

    static final String HEADER = "time_s,tick,population,neuron";

    private final List<RecordedSpikes.PopulationSpikes> populations;
    private final BigDecimal tickSeconds;
    private final int[] next;

    private SpikesCsv(RecordedSpikes spikes) {
        this.populations = spikes.populations();
        // The shortest decimal that means this double: 2 ms is written as 0.002 although no double is exactly that.
        this.tickSeconds = BigDecimal.valueOf(spikes.clock().tickSeconds());
        this.next = new int[populations.size()];
    }

    /** Writes all spikes; the stream is flushed and stays open. */
    public static void write(RecordedSpikes spikes, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        new SpikesCsv(spikes).writeTo(writer);
        writer.flush();
    }

    private void writeTo(Writer writer) throws IOException {
        writer.write(HEADER + "\n");
        for (long tick = earliestTick(); tick != Long.MAX_VALUE; tick = earliestTick()) {
            String start = seconds(tick) + "," + tick + ",";
            for (int p = 0; p < next.length; p++) {
                writeTick(tick, start + quoted(populations.get(p).population()) + ",", p, writer);
            }
        }
    }

    private long earliestTick() {
        long earliest = Long.MAX_VALUE;
        for (int p = 0; p < next.length; p++) {
            SpikeRaster raster = populations.get(p).raster();
            if (next[p] < raster.size()) {
                earliest = Math.min(earliest, raster.tick(next[p]));
            }
        }
        return earliest;
    }

    private void writeTick(long tick, String start, int population, Writer writer) throws IOException {
        SpikeRaster raster = populations.get(population).raster();
        int i = next[population];
        for (; i < raster.size() && raster.tick(i) == tick; i++) {
            writer.write(start);
            writer.write(Integer.toString(raster.neuron(i)));
            writer.write('\n');
        }
        next[population] = i;
    }

    private String seconds(long tick) {
        BigDecimal time = tickSeconds.multiply(BigDecimal.valueOf(tick));
        return time.signum() == 0 ? "0" : time.stripTrailingZeros().toPlainString();
    }

    /** A field as RFC 4180 wants it. */
    private static String quoted(String field) {
        return field.matches("[^,\"\\r\\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
