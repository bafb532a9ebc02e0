package ganglion.scenario.data;

import ganglion.kernel.event.SpikeRaster;
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
 *   population,neuron,tick
 *   out,3,41
 * </pre>
 *
 * The comments tell a raster of another network, clock or duration from one that differs in its spikes.
 *
 * @param tickSeconds length of a tick
 * @param ticks how long the run lasted
 * @param rasters spikes by population, in the order of the file
 */
public record RasterFile(double tickSeconds, long ticks, Map<String, SpikeRaster> rasters) {

    static final String FORMAT = "ganglion-raster 1";
    static final List<String> HEADER = List.of("population", "neuron", "tick");

    public RasterFile {
        rasters = Collections.unmodifiableMap(new LinkedHashMap<>(rasters));
    }

    /** @throws DataFileException if the file cannot be read, or is not a raster */
    public static RasterFile read(Path file) throws DataFileException {
        return RasterReader.read(file);
    }
}
