package ganglion.documents.table;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A matrix in a data set of an HDF5 file, read by jHDF. */
public final class Hdf5Matrix {

    private static final List<String> BOOLEANS = List.of("FALSE", "TRUE");

    private Hdf5Matrix() {}

    static Matrix read(Path file, String path, int mostValues) throws TableException {
        if (path.isEmpty()) {
            throw new TableException("found no data set, expected its path after #, as in weights.h5#/hidden");
        }
        return Hdf5Files.read(file, hdf -> read(dataset(hdf, path), mostValues));
    }

    /** The columns of these names in a group; those that are optional are null where there are none. */
    public static double[][] columns(Path file, String group, List<String> names, int required, int mostValues)
            throws TableException {
        double[][] columns = new double[names.size()][];
        for (int i = 0; i < columns.length; i++) {
            String path = group.replaceAll("/+$", "") + "/" + names.get(i);
            if (i < required || exists(file, path)) {
                columns[i] = read(file, path, mostValues).values();
            }
        }
        return columns;
    }

    private static boolean exists(Path file, String path) throws TableException {
        return Hdf5Files.read(file, hdf -> node(hdf, path).isPresent());
    }

    private static Optional<Node> node(HdfFile hdf, String path) {
        Node node = hdf;
        for (String name : path.split("/")) {
            if (!name.isEmpty()) {
                Node child = node instanceof Group group ? group.getChildren().get(name) : null;
                node = child instanceof Link link ? link.getTarget() : child;
            }
        }
        return Optional.ofNullable(node);
    }

    private static Dataset dataset(HdfFile hdf, String path) throws TableException {
        Node node = node(hdf, path)
                .orElseThrow(() -> new TableException("found no data set " + path + " in the HDF5 file"));
        if (node instanceof Dataset dataset) {
            return Hdf5Files.checked(dataset);
        }
        throw new TableException("found a group at " + path + ", expected a data set");
    }

    private static Matrix read(Dataset dataset, int mostValues) throws TableException {
        int[] shape = dataset.getDimensions();
        if (shape.length < 1 || shape.length > 2) {
            throw new TableException("found " + shape.length + " dimensions, expected 1 or 2");
        }
        int rows = shape.length == 1 ? 1 : shape[0];
        int columns = shape[shape.length - 1];
        if ((long) rows * columns > mostValues) {
            throw new TableException("found " + rows + " x " + columns + " numbers, expected " + mostValues);
        }
        return new Matrix(rows, columns, toDoubles(dataset.getDataFlat()));
    }

    private static double[] toDoubles(Object data) throws TableException {
        if (data instanceof double[] doubles) {
            return doubles;
        }
        if (data instanceof float[] || data instanceof int[] || data instanceof short[] || data instanceof byte[]) {
            double[] values = new double[Array.getLength(data)];
            Arrays.setAll(values, i -> Array.getDouble(data, i));
            return values;
        }
        if (data instanceof long[] longs) {
            return Arrays.stream(longs).mapToDouble(NpyNumber::exact).toArray();
        }
        if (data instanceof BigInteger[] wide) { // whole numbers of 64 bits without a sign
            return Arrays.stream(wide)
                    .mapToDouble(each -> each.bitLength() < Long.SIZE ? NpyNumber.exact(each.longValue()) : Double.NaN)
                    .toArray();
        }
        if (data instanceof String[] words && BOOLEANS.containsAll(Arrays.asList(words))) { // h5py's bool
            return Arrays.stream(words)
                    .mapToDouble(each -> BOOLEANS.indexOf(each))
                    .toArray();
        }
        throw new TableException(
                "found numbers of type " + data.getClass().getSimpleName() + ", expected " + NpyNumber.EXPECTED);
    }
}
