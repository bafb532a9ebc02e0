package ganglion.scenario.data;

import ganglion.documents.table.Hdf5Matrix;
import ganglion.documents.table.Matrix;
import ganglion.documents.table.MatrixFiles;
import ganglion.documents.table.NpyMatrix;
import ganglion.documents.table.NpzFile;
import ganglion.documents.table.TableException;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.network.TargetSlice;
import ganglion.kernel.neuron.NetworkNumbers;
import java.nio.file.Path;
import java.util.List;

/**
 * A list of synapses as columns of numbers: arrays {@code source}, {@code target}, {@code weight} and, if there is one,
 * {@code delay} (in ticks) in an NPZ file or in a group of an HDF5 file, or an NPY matrix with these columns and a row for
 * each synapse.
 */
record EdgeColumns(double[][] columns) {

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
            throw new TableException(
                    "found " + matrix.columns() + " columns, expected source, target and weight, or these and delay");
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

    Synapses synapses(EdgeLists.Limits limits, TargetSlice slice, int ticksIfNoDelay) throws TableException {
        SparseSynapses.Builder builder = limits.builder(slice);
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
        return builder.build();
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
