package ganglion.scenario.data;

import ganglion.documents.table.MatrixFiles;
import ganglion.documents.table.TableException;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import java.nio.file.Path;

/** Reads spikes from an NPZ file with the arrays {@code neurons} and either {@code ticks} or {@code times}, in seconds. */
final class NpzSpikes {

    private NpzSpikes() {}

    /** @param prefix of the names of the arrays */
    static SpikeRaster read(Path file, String prefix, int size, Clock clock) throws TableException {
        double[] neurons = array(file, prefix + "neurons");
        double[] ticks = arrayIfAny(file, prefix + "ticks");
        if (ticks == null) {
            double[] seconds = array(file, prefix + "times");
            requireEqual(seconds, neurons);
            return new EventTrain(seconds, SpikeArrays.neurons(neurons, size)).toRaster(size, clock);
        }
        requireEqual(ticks, neurons);
        return SpikeArrays.ofTicks(ticks, neurons, size);
    }

    private static void requireEqual(double[] times, double[] neurons) throws TableException {
        if (times.length != neurons.length) {
            throw new TableException(
                    "found " + times.length + " times and " + neurons.length + " neurons, expected equal numbers");
        }
    }

    private static double[] array(Path file, String name) throws TableException {
        return MatrixFiles.read(file, name, SpikeFiles.MOST_SPIKES).values();
    }

    private static double[] arrayIfAny(Path file, String name) {
        try {
            return array(file, name);
        } catch (TableException e) {
            return null;
        }
    }
}
