package ganglion.scenario.data;

import ganglion.documents.quantity.TickTimes;
import ganglion.documents.table.Hdf5Files;
import ganglion.documents.table.Matrix;
import ganglion.documents.table.MatrixFiles;
import ganglion.documents.table.NpzFile;
import ganglion.documents.table.TableException;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads the spikes of one population from a file; the ending of its name says which kind. */
public final class SpikeFiles {

    /** The most spikes that one input may have; more would not fit into memory. */
    public static final int MOST_SPIKES = 100_000_000;

    private SpikeFiles() {}

    /**
     * The spikes of a file, each at the tick nearest to its time. Spikes of a neuron within one tick are merged.
     *
     * @param written name of the file; for {@code .h5} and {@code .hdf5} with what is meant after {@code #}: the number of a
     *     sample (SHD, SSC), the name of a population (SONATA) or of a node (NIRData); for {@code .npz} with what comes before the names of the
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
            return SpikeLists.read(file, size, MOST_SPIKES, Long.MAX_VALUE, new TickTimes(clock)::nearestTick);
        } else if (name.endsWith(".npy") || name.endsWith(".npz")) {
            return SpikeArrays.read(file, part, size, clock);
        } else if (name.endsWith(".h5") || name.endsWith(".hdf5")) {
            return hdf5(file, part, size, clock);
        }
        throw new TableException("found a name that ends in none of .csv, .npy, .npz, .h5 and .hdf5");
    }

    private static SpikeRaster hdf5(Path file, String part, int size, Clock clock) throws TableException {
        boolean nirData = Hdf5Files.read(file, NirDataSpikes::holds);
        if (nirData || !part.matches("\\d{1,9}")) {
            return Hdf5Files.read(
                    file,
                    hdf -> nirData
                            ? NirDataSpikes.read(hdf, part, size, clock)
                            : SonataSpikes.read(hdf, part, size, clock));
        }
        try (SampleFile samples = SampleFile.open(file)) {
            return samples.sample(Integer.parseInt(part)).toRaster(size, clock);
        }
    }

    /**
     * Reads spikes in the SONATA layout: {@code /spikes/POPULATION/timestamps} and {@code node_ids}, times in the unit that the
     * attribute {@code units} of the timestamps names, or else in milliseconds.
     *
     * <p>Source: Dai et al., "The SONATA data format for efficient description of large-scale network models", PLoS Comput.
     * Biol. 16(2), 2020.
     */
    private static final class SonataSpikes {

        private SonataSpikes() {}

        /** @param population name of the population; empty for the only one */
        static SpikeRaster read(Group file, String population, int size, Clock clock) throws TableException {
            if (!(file.getChild("spikes") instanceof Group spikes)) {
                throw new TableException(
                        "found no group \"spikes\", expected the layout of SONATA or of NIRData, or the"
                                + " number of a sample after # for that of SHD");
            }
            return read(group(spikes, population), size, clock);
        }

        private static Group group(Group spikes, String population) throws TableException {
            List<String> names = spikes.getChildren().values().stream()
                    .filter(Group.class::isInstance)
                    .map(Node::getName)
                    .limit(20)
                    .toList();
            if (spikes.getChild("units") instanceof Dataset && spikes.getChild("times") instanceof Dataset) {
                throw new TableException(
                        "found samples in the layout of SHD, expected the number of one after #, such as #3");
            }
            String name = population.isEmpty() && names.size() == 1 ? names.get(0) : population;
            if (!population.isEmpty() || names.size() == 1) {
                if (spikes.getChild(name) instanceof Group found) {
                    return found;
                }
            }
            throw new TableException("found no population \"" + name + "\", expected one of " + names + " after #");
        }

        private static SpikeRaster read(Group group, int size, Clock clock) throws TableException {
            Dataset timestamps = dataset(group, "timestamps");
            double[] seconds = numbers(timestamps);
            double unit = unitSeconds(timestamps);
            for (int i = 0; i < seconds.length; i++) {
                seconds[i] *= unit;
            }
            double[] neurons = numbers(dataset(group, "node_ids"));
            if (seconds.length != neurons.length) {
                throw new TableException("found " + seconds.length + " timestamps and " + neurons.length
                        + " node_ids, expected equal numbers");
            }
            return new EventTrain(seconds, SpikeArrays.neurons(neurons, size)).toRaster(size, clock);
        }

        private static double unitSeconds(Dataset timestamps) throws TableException {
            Attribute units = timestamps.getAttribute("units");
            String word = units == null ? "milliseconds" : String.valueOf(units.getData());
            return switch (word) {
                case "milliseconds", "ms" -> 1e-3;
                case "seconds", "s" -> 1;
                case "microseconds", "us" -> 1e-6;
                default ->
                    throw new TableException(
                            "found the unit \"" + word + "\" of the timestamps, expected milliseconds or seconds");
            };
        }

        private static Dataset dataset(Group group, String name) throws TableException {
            if (!(group.getChild(name) instanceof Dataset found)) {
                throw new TableException("found no data set \"" + name + "\" of population " + group.getName());
            }
            if (found.getDimensions().length != 1 || found.getDimensions()[0] > SpikeFiles.MOST_SPIKES) {
                throw new TableException(
                        "found \"" + name + "\" with more than a list of " + SpikeFiles.MOST_SPIKES + " numbers");
            }
            return Hdf5Files.checked(found);
        }

        private static double[] numbers(Dataset dataset) throws TableException {
            int size = dataset.getDimensions()[0];
            double[] values = new double[size];
            Object data = size == 0 ? new double[0] : dataset.getDataFlat();
            for (int i = 0; i < size; i++) {
                if (!(Array.get(data, i) instanceof Number number)) {
                    throw new TableException("found \"" + dataset.getName() + "\" without numbers");
                }
                values[i] = number.doubleValue();
            }
            return values;
        }
    }

    /**
     * Reads spikes from NumPy arrays. NPY: a raster with a row for each tick and a column for each neuron, of 0 and 1 or of counts up to
     * 255, or, where there are two columns and not two neurons, a tick and a neuron in each row. NPZ: arrays {@code
     * times} (in seconds) or {@code ticks}, and {@code neurons}.
     */
    private static final class SpikeArrays {

        private static final int MOST_VALUES = 400_000_000;

        /** The largest count of a neuron in a tick: beyond it, values are taken for other numbers than spikes. */
        private static final int MOST_COUNT = 255;

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

        private static SpikeRaster raster(Matrix matrix) throws TableException {
            SpikeRaster.Builder spikes = SpikeRaster.builder(matrix.columns());
            for (int i = 0; i < matrix.values().length; i++) {
                int row = i / matrix.columns();
                double count = matrix.values()[i];
                if (!(count >= 0 && count <= MOST_COUNT) || count != Math.rint(count)) {
                    throw new TableException("found " + count + " in row " + row + ", column " + i % matrix.columns()
                            + ", expected 0 and 1, or counts of spikes up to " + MOST_COUNT);
                }
                if (count > 1 && matrix.columns() == 2) {
                    throw new TableException("found " + count + " in row " + row + " for two neurons, expected 0 and 1;"
                            + " are they ticks and neurons? Then give an NPZ file of ticks and neurons");
                }
                for (int k = 0; k < count; k++) {
                    spikes.add(row, i % matrix.columns());
                }
            }
            return spikes.buildMerged();
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
            SpikeRaster.Builder spikes = SpikeRaster.builder(size);
            for (int i = 0; i < ticks.length; i++) {
                spikes.add((long) whole(ticks[i], 1e15, i, "tick"), (int) whole(neurons[i], size - 1, i, "neuron"));
            }
            return spikes.buildMerged();
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
                List<String> names = List.of(prefix + "neurons", prefix + "ticks", prefix + "times");
                double[][] columns = NpzFile.columns(file, names, 1, SpikeFiles.MOST_SPIKES);
                double[] neurons = columns[0];
                double[] ticks = columns[1];
                if (ticks != null && columns[2] != null) {
                    throw new TableException("found ticks and times, expected one of them");
                }
                if (ticks == null) {
                    double[] seconds = array(file, prefix + "times");
                    requireEqual(seconds, neurons);
                    EventTrain.SecondsCheck check = new EventTrain.SecondsCheck();
                    for (double time : seconds) {
                        check.add(time, clock.nearestTick(time));
                    }
                    check.refuse("times / 1000, or else ticks");
                    return new EventTrain(seconds, SpikeArrays.neurons(neurons, size)).toRaster(size, clock);
                }
                requireEqual(ticks, neurons);
                return SpikeArrays.ofTicks(ticks, neurons, size);
            }

            private static void requireEqual(double[] times, double[] neurons) throws TableException {
                if (times.length != neurons.length) {
                    throw new TableException("found " + times.length + " times and " + neurons.length
                            + " neurons, expected equal numbers");
                }
            }

            private static double[] array(Path file, String name) throws TableException {
                return MatrixFiles.read(file, name, SpikeFiles.MOST_SPIKES).values();
            }
        }
    }
}
