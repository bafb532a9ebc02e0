package ganglion.scenario.data;

import ganglion.kernel.event.SpikeRaster;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes a {@link RasterFile}, in UTF-8: the same bytes for the same spikes on every machine. */
public final class RasterWriter {

    /** A row is longer than this only by its time and the name of its population. */
    private static final int MOST_DIGITS = 11;

    private final List<byte[]> names;
    private final List<SpikeRaster> rasters;
    private final BigDecimal tickSeconds;
    private final OutputStream target;
    private final int[] next;
    private byte[] buffer = new byte[1 << 16];
    private int filled;

    private RasterWriter(RasterFile file, OutputStream target) {
        this.names = file.rasters().keySet().stream()
                .map(name -> (name + ",").getBytes(StandardCharsets.UTF_8))
                .toList();
        this.rasters = List.copyOf(file.rasters().values());
        // The shortest decimal that means this double: 2 ms is written as 0.002 although no double is exactly that.
        this.tickSeconds = BigDecimal.valueOf(file.tickSeconds());
        this.target = target;
        this.next = new int[rasters.size()];
    }

    /**
     * Writes to a stream, which stays open; the caller sees to replacing an older file at once.
     *
     * @throws IOException if {@code target} does
     */
    public static void write(RasterFile file, OutputStream target) throws IOException {
        StringBuilder head = new StringBuilder();
        head.append("# format: ").append(RasterFile.FORMAT).append('\n');
        head.append("# tick-seconds: ").append(file.tickSeconds()).append('\n');
        head.append("# ticks: ").append(file.ticks()).append('\n');
        for (Map.Entry<String, SpikeRaster> entry : file.rasters().entrySet()) {
            int neurons = entry.getValue().neuronCount();
            head.append("# population: ")
                    .append(entry.getKey())
                    .append(' ')
                    .append(neurons)
                    .append('\n');
        }
        head.append(String.join(",", RasterFile.HEADER)).append('\n');
        target.write(head.toString().getBytes(StandardCharsets.UTF_8));
        new RasterWriter(file, target).writeSpikes();
    }

    private void writeSpikes() throws IOException {
        for (long tick = earliestTick(); tick != Long.MAX_VALUE; tick = earliestTick()) {
            byte[] start = (seconds(tick) + "," + tick + ",").getBytes(StandardCharsets.US_ASCII);
            for (int p = 0; p < next.length; p++) {
                writeTick(tick, start, p);
            }
        }
        flush();
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

    private void writeTick(long tick, byte[] start, int population) throws IOException {
        SpikeRaster raster = rasters.get(population);
        byte[] name = names.get(population);
        int i = next[population];
        for (; i < raster.size() && raster.tick(i) == tick; i++) {
            ensureRoomFor(start.length + name.length + MOST_DIGITS);
            System.arraycopy(start, 0, buffer, filled, start.length);
            System.arraycopy(name, 0, buffer, filled + start.length, name.length);
            filled += start.length + name.length;
            putDigits(raster.neuron(i));
            buffer[filled++] = '\n';
        }
        next[population] = i;
    }

    private void putDigits(int number) {
        int digits = 1;
        for (long power = 10; number >= power; power *= 10) {
            digits++;
        }
        filled += digits;
        int rest = number;
        for (int at = filled - 1; at >= filled - digits; at--) {
            buffer[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private void ensureRoomFor(int more) throws IOException {
        if (filled + more > buffer.length) {
            flush();
            buffer = more > buffer.length ? new byte[more] : buffer;
        }
    }

    private void flush() throws IOException {
        target.write(buffer, 0, filled);
        filled = 0;
    }

    private String seconds(long tick) {
        BigDecimal time = tickSeconds.multiply(BigDecimal.valueOf(tick));
        return time.signum() == 0 ? "0" : time.stripTrailingZeros().toPlainString();
    }
}
