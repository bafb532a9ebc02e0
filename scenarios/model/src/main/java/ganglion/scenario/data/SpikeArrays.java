package ganglion.scenario.data;

import ganglion.documents.table.Matrix;
import ganglion.documents.table.MatrixFiles;
import ganglion.documents.table.TableException;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import ganglion.scenario.data.EventTrain.RasterMerge;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reads spikes from NumPy arrays. NPY: a raster with a row for each tick and a column for each neuron, in which anything but
 * zero is a spike, or, where there are two columns and not two neurons, a tick and a neuron in each row. NPZ: arrays {@code
 * times} (in seconds) or {@code ticks}, and {@code neurons}.
 */
final class SpikeArrays {

    private static final int MOST_VALUES = 400_000_000;

    private SpikeArrays() {}

    static SpikeRaster read(Path file, String part, int size, Clock clock) throws TableException {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".npz")) {
            return NpzSpikes.read(file, part.isEmpty() ? "" : part + ".", size, clock);
        }
        Matrix matrix = MatrixFiles.read(file, "", MOST_VALUES);
        if (matrix.columns() == size) {
            return raster(matrix);
        }
        if (matrix.columns() == 2) {
            return pairs(matrix, size);
        }
        throw new TableException("found " + matrix.rows() + " rows x " + matrix.columns()
                + " columns, expected a column for each of " + size + " neurons, or columns for tick and neuron");
    }

    private static SpikeRaster raster(Matrix matrix) {
        SpikeRaster.Builder spikes = SpikeRaster.builder(matrix.columns());
        for (int i = 0; i < matrix.values().length; i++) {
            if (matrix.values()[i] != 0) {
                spikes.add(i / matrix.columns(), i % matrix.columns());
            }
        }
        return spikes.build();
    }

    private static SpikeRaster pairs(Matrix matrix, int size) throws TableException {
        double[] ticks = new double[matrix.rows()];
        double[] neurons = new double[matrix.rows()];
        Arrays.setAll(ticks, i -> matrix.values()[2 * i]);
        Arrays.setAll(neurons, i -> matrix.values()[2 * i + 1]);
        return ofTicks(ticks, neurons, size);
    }

    /** Spikes of whole ticks and neurons. */
    static SpikeRaster ofTicks(double[] ticks, double[] neurons, int size) throws TableException {
        long[] whole = new long[ticks.length];
        long last = 0;
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (long) whole(ticks[i], 1e15, i, "tick");
            last = Math.max(last, whole[i]);
        }
        return RasterMerge.of(whole, neurons(neurons, size), size, last);
    }

    static int[] neurons(double[] neurons, int size) throws TableException {
        int[] whole = new int[neurons.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (int) whole(neurons[i], size - 1, i, "neuron");
        }
        return whole;
    }

    private static double whole(double value, double most, int spike, String what) throws TableException {
        if (!(value >= 0 && value <= most) || value != Math.rint(value)) {
            throw new TableException("spike " + spike + ": found the " + what + " " + value
                    + ", expected a whole number from 0 to " + (long) most);
        }
        return value;
    }

    /** Reads spikes from an NPZ file with the arrays {@code neurons} and either {@code ticks} or {@code times}, in seconds. */
    private static final class NpzSpikes {

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
}
