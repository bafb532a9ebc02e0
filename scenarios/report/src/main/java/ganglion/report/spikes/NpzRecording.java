package ganglion.report.spikes;

import ganglion.documents.table.NpzWriter;
import ganglion.kernel.MembraneTrace;
import ganglion.kernel.event.SpikeRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Recorded spikes and membrane potentials as NumPy arrays: {@code spikes.POPULATION.ticks} and {@code spikes.POPULATION.neurons} in order of
 * time, {@code potential.POPULATION} with one row per tick and one column per neuron, and {@code tick_seconds}. An NPZ
 * file has no attributes, so the names contain the units.
 */
public final class NpzRecording {

    /** Name of the file in a run directory. */
    public static final String NAME = "recording.npz";

    private NpzRecording() {}

    /**
     * Writes recording.npz. Spikes that were streamed are read back from spikes.csv, which must be there.
     *
     * @throws IOException also if there are too many spikes to read back
     */
    public static void write(RecordedSpikes spikes, List<MembraneTrace> traces, Path directory) throws IOException {
        Map<String, SpikeRaster> rasters = spikes.rasters(directory, NAME);
        try (NpzWriter npz = new NpzWriter(Files.newOutputStream(directory.resolve(NAME)))) {
            npz.put("tick_seconds", new double[] {spikes.clock().tickSeconds()});
            for (Map.Entry<String, SpikeRaster> entry : rasters.entrySet()) {
                write("spikes." + entry.getKey() + ".", entry.getValue(), npz);
            }
            for (MembraneTrace trace : traces) {
                npz.put("potential." + trace.population(), trace.potentials(), trace.ticks(), trace.neuronCount());
            }
        }
    }

    private static void write(String prefix, SpikeRaster raster, NpzWriter npz) throws IOException {
        long[] ticks = new long[raster.size()];
        long[] neurons = new long[raster.size()];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = raster.tick(i);
            neurons[i] = raster.neuron(i);
        }
        npz.put(prefix + "ticks", ticks);
        npz.put(prefix + "neurons", neurons);
    }
}
