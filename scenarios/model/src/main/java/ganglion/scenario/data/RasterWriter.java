package ganglion.scenario.data;

import ganglion.kernel.event.SpikeRaster;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Writes a {@link RasterFile}: the same bytes for the same spikes on every machine. */
public final class RasterWriter {

    private final List<String> names;
    private final List<SpikeRaster> rasters;
    private final BigDecimal tickSeconds;
    private final Appendable target;
    private final int[] next;

    private RasterWriter(RasterFile file, Appendable target) {
        this.names = List.copyOf(file.rasters().keySet());
        this.rasters = List.copyOf(file.rasters().values());
        // The shortest decimal that means this double: 2 ms is written as 0.002 although no double is exactly that.
        this.tickSeconds = BigDecimal.valueOf(file.tickSeconds());
        this.target = target;
        this.next = new int[rasters.size()];
    }

    /**
     * Writes to anything that takes text; the caller sees to encoding (UTF-8) and to replacing an older file at once.
     *
     * @throws IOException if {@code target} does
     */
    public static void write(RasterFile file, Appendable target) throws IOException {
        target.append("# format: " + RasterFile.FORMAT + "\n");
        target.append("# tick-seconds: " + file.tickSeconds() + "\n");
        target.append("# ticks: " + file.ticks() + "\n");
        for (Map.Entry<String, SpikeRaster> entry : file.rasters().entrySet()) {
            target.append(
                    "# population: " + entry.getKey() + " " + entry.getValue().neuronCount() + "\n");
        }
        target.append(String.join(",", RasterFile.HEADER)).append('\n');
        new RasterWriter(file, target).writeSpikes();
    }

    private void writeSpikes() throws IOException {
        for (long tick = earliestTick(); tick != Long.MAX_VALUE; tick = earliestTick()) {
            String start = seconds(tick) + "," + tick + ",";
            for (int p = 0; p < next.length; p++) {
                writeTick(tick, start + names.get(p) + ",", p);
            }
        }
    }

    private long earliestTick() {
        long earliest = Long.MAX_VALUE;
        for (int p = 0; p < next.length; p++) {
            SpikeRaster raster = rasters.get(p);
            if (next[p] < raster.size()) {
                earliest = Math.min(earliest, raster.tick(next[p]));
            }
        }
        return earliest;
    }

    private void writeTick(long tick, String start, int population) throws IOException {
        SpikeRaster raster = rasters.get(population);
        int i = next[population];
        for (; i < raster.size() && raster.tick(i) == tick; i++) {
            target.append(start).append(Integer.toString(raster.neuron(i))).append('\n');
        }
        next[population] = i;
    }

    private String seconds(long tick) {
        BigDecimal time = tickSeconds.multiply(BigDecimal.valueOf(tick));
        return time.signum() == 0 ? "0" : time.stripTrailingZeros().toPlainString();
    }
}
