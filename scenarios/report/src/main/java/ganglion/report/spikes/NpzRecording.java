package ganglion.report.spikes;

import ganglion.documents.table.NpzWriter;
import ganglion.kernel.MembraneTrace;
import ganglion.kernel.PlasticWeights;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Projection;
import ganglion.report.probe.ProbeArrays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Recorded spikes, membrane potentials and plastic weights as NumPy arrays: {@code spikes.POPULATION.ticks} and {@code spikes.POPULATION.neurons} in order of
 * time, {@code potential.POPULATION} with one row per tick and one column per neuron, for each plastic projection {@code
 * weights.NUMBER-FROM-TO.sources}, {@code targets} and {@code weights} at the end of the run, what probes saw ({@link ProbeArrays}), and {@code tick_seconds}. Spikes are not compressed, so
 * that they can be mapped into memory. An NPZ
 * file has no attributes, so the names contain the units.
 */
public final class NpzRecording {

    /** Name of the file in a run directory. */
    public static final String NAME = "recording.npz";

    private NpzRecording() {}

    /** Puts further arrays into the file. */
    @FunctionalInterface
    public interface MoreArrays {

        /** Puts them. */
        void put(NpzWriter npz) throws IOException;
    }

    /**
     * Writes recording.npz. Spikes that were streamed are read back from spikes.csv, which must be there.
     *
     * @param result potentials, and weights of its network
     * @param probes puts what probes saw
     * @throws IOException also if there are too many spikes to read back
     */
    public static void write(RecordedSpikes spikes, SimulationResult result, MoreArrays probes, Path directory)
            throws IOException {
        Map<String, SpikeRaster> rasters = spikes.rasters(directory, NAME);
        try (NpzWriter npz = new NpzWriter(Files.newOutputStream(directory.resolve(NAME)))) {
            npz.put("tick_seconds", new double[] {spikes.clock().tickSeconds()});
            for (Map.Entry<String, SpikeRaster> entry : rasters.entrySet()) {
                write("spikes." + entry.getKey() + ".", entry.getValue(), npz);
            }
            for (MembraneTrace trace : result.membranes()) {
                npz.put("potential." + trace.population(), trace.potentials(), trace.ticks(), trace.neuronCount());
            }
            for (PlasticWeights weights : result.weights()) {
                write(weights, result.network().projection(weights.projection()), npz);
            }
            probes.put(npz);
        }
    }

    private static void write(String prefix, SpikeRaster raster, NpzWriter npz) throws IOException {
        long[] ticks = new long[raster.size()];
        long[] neurons = new long[raster.size()];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = raster.tick(i);
            neurons[i] = raster.neuron(i);
        }
        npz.putMappable(prefix + "ticks", ticks);
        npz.putMappable(prefix + "neurons", neurons);
    }

    private static void write(PlasticWeights weights, Projection projection, NpzWriter npz) throws IOException {
        String prefix = "weights." + weights.projection() + "-" + projection.source() + "-" + projection.target() + ".";
        ProbeArrays.writePairs(projection.synapses(), prefix, npz);
        npz.put(prefix + "weights", weights.byPosition(), weights.byPosition().length);
    }
}
