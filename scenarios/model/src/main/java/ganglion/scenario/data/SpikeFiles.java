package ganglion.scenario.data;

import ganglion.documents.quantity.TickTimes;
import ganglion.documents.table.TableException;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import java.nio.file.Path;
import java.util.Locale;

/** Reads the spikes of one population from a file; the ending of its name says which kind. */
public final class SpikeFiles {

    /** The most spikes that one input may have; more would not fit into memory. */
    public static final int MOST_SPIKES = 100_000_000;

    private SpikeFiles() {}

    /**
     * The spikes of a file, each at the tick nearest to its time. Of spikes of a neuron within one tick the first counts.
     *
     * @param written name of the file; for {@code .h5} and {@code .hdf5} with what is meant after {@code #}: the number of a
     *     sample (SHD, SSC), or the name of a population (SONATA); for {@code .npz} with what comes before the names of the
     *     arrays, as in {@code recording.npz#spikes.out}
     * @param size number of neurons
     * @throws TableException if the file cannot be used
     */
    public static SpikeRaster read(String written, int size, Clock clock) throws TableException {
        PartOfFile named = PartOfFile.of(written);
        return read(Path.of(named.file()), named.part(), size, clock);
    }

    /**
     * The same with what is meant of the file apart from its name.
     *
     * @throws TableException if the file cannot be used
     */
    public static SpikeRaster read(Path file, String part, int size, Clock clock) throws TableException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return SpikeLists.read(file, size, MOST_SPIKES, new TickTimes(clock)::nearestTick);
        } else if (name.endsWith(".npy") || name.endsWith(".npz")) {
            return SpikeArrays.read(file, part, size, clock);
        } else if (name.endsWith(".h5") || name.endsWith(".hdf5")) {
            return hdf5(file, part, size, clock);
        }
        throw new TableException("found a name that ends in none of .csv, .npy, .npz, .h5 and .hdf5");
    }

    private static SpikeRaster hdf5(Path file, String part, int size, Clock clock) throws TableException {
        if (!part.matches("\\d{1,9}")) {
            return SonataSpikes.read(file, part, size, clock);
        }
        try (SampleFile samples = SampleFile.open(file)) {
            return samples.sample(Integer.parseInt(part)).toRaster(size, clock);
        }
    }
}
