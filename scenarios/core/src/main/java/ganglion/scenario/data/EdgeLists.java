package ganglion.scenario.data;

import ganglion.documents.table.ColumnHeader;
import ganglion.documents.table.CsvLines;
import ganglion.documents.table.Hdf5Matrix;
import ganglion.documents.table.Matrix;
import ganglion.documents.table.MatrixFiles;
import ganglion.documents.table.NpzFile;
import ganglion.documents.table.NpzFile.NpyMatrix;
import ganglion.documents.table.NumberText;
import ganglion.documents.table.TableException;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.network.TargetSlice;
import ganglion.kernel.neuron.NetworkNumbers;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * Reads explicit lists of synapses: CSV with the header {@code source,target,weight} or {@code source,target,weight,delay},
 * or the same columns in NPY, NPZ or HDF5 files ({@link EdgeColumns}). Neurons count from 0 within their population.
 */
public final class EdgeLists {

    private static final List<String> HEADER = List.of("source", "target", "weight");
    private static final List<String> HEADER_WITH_DELAY = List.of("source", "target", "weight", "delay");

    private static final List<String> KINDS = List.of(".csv", ".npy", ".npz", ".h5", ".hdf5");

    private static final String EXPECTED = "source,target,weight or source,target,weight,delay";

    private EdgeLists() {}

    /** What an edge list must fit. */
    public record Limits(int sourceSize, int targetSize, int mostSynapses) {

        SparseSynapses.Builder builder(List<TargetSlice> shares) {
            return SparseSynapses.builder(sourceSize, targetSize, TargetSlice.joined(shares));
        }
    }

    /**
     * How delays are read.
     *
     * @param ticksIfNone delay where the file has none
     * @param parser turns the text of a delay in a CSV file into ticks; throws IllegalArgumentException with a sentence if
     *     it cannot
     */
    public record Delays(int ticksIfNone, ToIntFunction<String> parser) {}

    /** Whether a file has a name that ends like those of lists of synapses. */
    public static boolean canRead(String name) {
        return KINDS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }

    /**
     * The synapses of a file, in canonical order.
     *
     * @param group path of the group in an HDF5 file; empty for its root, and for other files
     * @param shares the targets of each core whose synapses are kept, one after the other; the others are checked, too
     * @throws TableException if the file or a line cannot be used, or there are too many
     */
    public static Synapses read(Path file, String group, Limits limits, List<TargetSlice> shares, Delays delays)
            throws TableException {
        return MatrixFiles.Kind.of(file) == MatrixFiles.Kind.CSV
                ? readCsv(file, limits, shares, delays)
                : EdgeColumns.read(file, group, limits.mostSynapses()).synapses(limits, shares, delays.ticksIfNone());
    }

    private static Synapses readCsv(Path file, Limits limits, List<TargetSlice> shares, Delays delays)
            throws TableException {
        try (CsvLines lines = new CsvLines(file)) {
            List<String> header = ColumnHeader.read(lines, EXPECTED, List.of(HEADER, HEADER_WITH_DELAY));
            boolean withDelay = header.equals(HEADER_WITH_DELAY);
            SparseSynapses.Builder builder = limits.builder(shares);
            int count = 0;
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (count++ == limits.mostSynapses()) {
                    throw lines.problem("found more than " + limits.mostSynapses() + " synapses");
                }
                String[] fields = ColumnHeader.fields(line, header, lines);
                int delayTicks = withDelay ? delay(fields[3], delays.parser(), lines) : delays.ticksIfNone();
                builder.add(
                        NumberText.index(fields[0], limits.sourceSize(), "source", lines),
                        NumberText.index(fields[1], limits.targetSize(), "target", lines),
                        NumberText.decimal(fields[2], lines),
                        delayTicks);
            }
            return builder.build(shares);
        }
    }

    private static int delay(String text, ToIntFunction<String> delays, CsvLines at) throws TableException {
        try {
            return delays.applyAsInt(text.strip());
        } catch (IllegalArgumentException e) {
            throw at.problem(e.getMessage());
        }
    }

    /**
     * A list of synapses as columns of numbers: arrays {@code source}, {@code target}, {@code weight} and, if there is one,
     * {@code delay} (in ticks) in an NPZ file or in a group of an HDF5 file, or an NPY matrix with these columns and a row for
     * each synapse.
     */
    private record EdgeColumns(double[][] columns) {

        private static final List<String> NAMES = List.of("source", "target", "weight", "delay");
        private static final int REQUIRED = 3;
        private static final int DELAY = 3;

        static EdgeColumns read(Path file, String group, int mostSynapses) throws TableException {
            double[][] columns = switch (MatrixFiles.Kind.of(file)) {
                case NPZ -> NpzFile.columns(file, NAMES, REQUIRED, mostSynapses);
                case HDF5 -> Hdf5Matrix.columns(file, group, NAMES, REQUIRED, mostSynapses);
                case NPY -> split(NpyMatrix.read(file, (int) Math.min(Integer.MAX_VALUE - 8, 4L * mostSynapses)));
                case CSV -> throw new TableException("found a .csv file, whose lines are read one by one");
            };
            for (int i = 1; i < columns.length; i++) {
                if (columns[i] != null && columns[i].length != columns[0].length) {
                    throw new TableException("found " + columns[i].length + " numbers of " + NAMES.get(i) + " and "
                            + columns[0].length + " of source, expected equal numbers");
                }
            }
            return new EdgeColumns(columns);
        }

        private static double[][] split(Matrix matrix) throws TableException {
            if (matrix.columns() != REQUIRED && matrix.columns() != NAMES.size()) {
                throw new TableException("found " + matrix.columns()
                        + " columns, expected source, target and weight, or these and delay");
            }
            double[][] columns = new double[NAMES.size()][];
            for (int column = 0; column < matrix.columns(); column++) {
                columns[column] = new double[matrix.rows()];
                for (int row = 0; row < matrix.rows(); row++) {
                    columns[column][row] = matrix.values()[row * matrix.columns() + column];
                }
            }
            return columns;
        }

        Synapses synapses(EdgeLists.Limits limits, List<TargetSlice> shares, int ticksIfNoDelay) throws TableException {
            SparseSynapses.Builder builder = limits.builder(shares);
            for (int i = 0; i < columns[0].length; i++) {
                double weight = columns[2][i];
                if (!NetworkNumbers.fits(weight)) {
                    throw new TableException(
                            "synapse " + i + ": found the weight " + weight + ", expected " + NetworkNumbers.EXPECTED);
                }
                builder.add(
                        whole(i, 0, 0, limits.sourceSize() - 1),
                        whole(i, 1, 0, limits.targetSize() - 1),
                        weight,
                        columns[DELAY] == null ? ticksIfNoDelay : whole(i, DELAY, 1, Integer.MAX_VALUE));
            }
            return builder.build(shares);
        }

        private int whole(int synapse, int column, int least, int most) throws TableException {
            double value = columns[column][synapse];
            if (!(value >= least && value <= most) || value != Math.rint(value)) {
                throw new TableException("synapse " + synapse + ": found the " + NAMES.get(column) + " " + value
                        + ", expected a whole number from " + least + " to " + most);
            }
            return (int) value;
        }
    }
}
