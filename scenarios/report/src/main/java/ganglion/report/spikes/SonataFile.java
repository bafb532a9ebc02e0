package ganglion.report.spikes;

import ganglion.documents.output.WriteProblem;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableDataset;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Spikes in the layout of SONATA: {@code /spikes/POPULATION/timestamps} in milliseconds and {@code node_ids}, in order of
 * time. A population that did not fire is left out.
 *
 * <p>Source: Dai et al., "The SONATA data format for efficient description of large-scale network models", PLoS Comput.
 * Biol. 16(2), 2020.
 */
public final class SonataFile {

    /** Name of the file in a run directory. */
    public static final String NAME = "spikes.h5";

    private static final double MILLISECONDS = 1e3;

    private SonataFile() {}

    /**
     * Writes spikes.h5. The library holds a population in memory to write it, so that spikes that were streamed are read
     * back from spikes.csv, which must be there.
     *
     * @throws IOException also if there are too many spikes to read back
     */
    public static void write(RecordedSpikes spikes, Path directory) throws IOException {
        Map<String, SpikeRaster> rasters = spikes.rasters(directory, NAME);
        try (WritableHdfFile file = HdfFile.write(directory.resolve(NAME))) {
            WritableGroup group = file.putGroup("spikes");
            for (Map.Entry<String, SpikeRaster> entry : rasters.entrySet()) {
                if (entry.getValue().size() > 0) { // the library knows no empty data sets
                    write(entry.getValue(), spikes.clock(), group.putGroup(entry.getKey()));
                }
            }
        } catch (RuntimeException e) {
            throw WriteProblem.of(NAME, e);
        }
    }

    private static void write(SpikeRaster raster, Clock clock, WritableGroup group) {
        double[] milliseconds = new double[raster.size()];
        long[] neurons = new long[raster.size()];
        for (int i = 0; i < milliseconds.length; i++) {
            milliseconds[i] = clock.seconds(raster.tick(i)) * MILLISECONDS;
            neurons[i] = raster.neuron(i);
        }
        group.putAttribute("sorting", "by_time");
        WritableDataset timestamps = group.putDataset("timestamps", milliseconds);
        timestamps.putAttribute("units", "milliseconds");
        group.putDataset("node_ids", neurons);
    }
}
