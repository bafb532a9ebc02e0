package ganglion.scenario.data;

import ganglion.kernel.event.SpikeRaster;
import java.io.IOException;
import java.util.Map;

/** Writes a {@link RasterFile}: population by population, spikes by tick and neuron, the same bytes on every machine. */
public final class RasterWriter {

    private RasterWriter() {}

    /**
     * Writes to anything that takes text; the caller sees to encoding (UTF-8) and to replacing an older file at once.
     *
     * @throws IOException if {@code target} does
     */
    public static void write(RasterFile file, Appendable target) throws IOException {
        target.append("# format: ").append(RasterFile.FORMAT).append('\n');
        target.append("# tick-seconds: ")
                .append(Double.toString(file.tickSeconds()))
                .append('\n');
        target.append("# ticks: ").append(Long.toString(file.ticks())).append('\n');
        for (Map.Entry<String, SpikeRaster> entry : file.rasters().entrySet()) {
            int size = entry.getValue().neuronCount();
            target.append("# population: " + entry.getKey() + " " + size + "\n");
        }
        target.append(String.join(",", RasterFile.HEADER)).append('\n');
        for (Map.Entry<String, SpikeRaster> entry : file.rasters().entrySet()) {
            writeSpikes(entry.getKey(), entry.getValue(), target);
        }
    }

    private static void writeSpikes(String population, SpikeRaster raster, Appendable target) throws IOException {
        for (int i = 0; i < raster.size(); i++) {
            target.append(population).append(',').append(Integer.toString(raster.neuron(i)));
            target.append(',').append(Long.toString(raster.tick(i))).append('\n');
        }
    }
}
