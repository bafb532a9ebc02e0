package ganglion.scenario.data;

import ganglion.documents.table.TableException;
import ganglion.kernel.event.SpikeRaster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Spikes of several populations in one CSV file, exact to the tick: what a run leaves behind, and what a golden raster is.
 *
 * <pre>
 *   # format: ganglion-raster 1
 *   # tick-seconds: 0.002
 *   # ticks: 1000
 *   # population: out 12
 *   time_s,tick,population,neuron
 *   0.082,41,out,3
 * </pre>
 *
 * The comments tell a raster of another network, clock or duration from one that differs in its spikes. Spikes are sorted
 * by tick, by the population's place in the network and by neuron; times are exact decimals. The time is for readers and
 * plotting tools, the tick counts, and a file made by hand may go without the column of times.
 *
 * @param tickSeconds length of a tick
 * @param ticks how long the run lasted
 * @param rasters spikes by population, in the order of the file
 */
public record RasterFile(double tickSeconds, long ticks, Map<String, SpikeRaster> rasters) {

    static final String FORMAT = "ganglion-raster 1";

    /** Bytes at the start of a file in which the comment with the format is looked for. */
    private static final int START_BYTES = 4096;

    static final List<String> HEADER = List.of("time_s", "tick", "population", "neuron");

    static final List<String> HEADER_WITHOUT_TIMES = HEADER.subList(1, HEADER.size());

    public RasterFile {
        rasters = Collections.unmodifiableMap(new LinkedHashMap<>(rasters));
    }

    /**
     * Whether a file begins as a raster does, of whatever version, so that it may be replaced by another.
     *
     * @throws IOException if it cannot be read
     */
    public static boolean isBegun(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(START_BYTES);
        }
        return new String(start, StandardCharsets.UTF_8)
                .lines()
                .takeWhile(line -> line.startsWith("#"))
                .anyMatch(line -> line.matches("# *format: ganglion-raster.*"));
    }

    /** @throws TableException if the file cannot be read, or is not a raster */
    public static RasterFile read(Path file) throws TableException {
        return RasterLines.read(file);
    }
}
