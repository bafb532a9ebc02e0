package ganglion.scenario.bind;

import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.scenario.Connectivity;
import ganglion.scenario.ProjectionSpec;
import ganglion.scenario.WeightSource;
import ganglion.scenario.data.DataFileException;
import ganglion.scenario.data.EdgeLists;
import ganglion.scenario.data.Matrix;
import ganglion.scenario.data.MatrixFiles;
import ganglion.scenario.data.TickTimes;
import java.util.Arrays;

/** Makes the synapses of one projection. */
final class SynapseLoader {

    private static final int MOST_LISTED_SYNAPSES = 200_000_000;

    private final ProjectionSpec projection;
    private final int sourceSize;
    private final int targetSize;
    private final TickTimes times;

    SynapseLoader(ProjectionSpec projection, int sourceSize, int targetSize, TickTimes times) {
        this.projection = projection;
        this.sourceSize = sourceSize;
        this.targetSize = targetSize;
        this.times = times;
    }

    /** @throws UnfitFileException if a file cannot be used, or weights have the wrong shape */
    Synapses load() throws UnfitFileException {
        if (projection.connectivity() instanceof Connectivity.EdgeList list) {
            return listed(list);
        }
        return projection.connectivity() instanceof Connectivity.OneToOne ? oneToOne() : allToAll();
    }

    private Synapses listed(Connectivity.EdgeList list) throws UnfitFileException {
        EdgeLists.Limits limits = new EdgeLists.Limits(sourceSize, targetSize, MOST_LISTED_SYNAPSES);
        try {
            return EdgeLists.read(list.file().resolved(), limits, projection.delayTicks(), times::delayTicks);
        } catch (DataFileException e) {
            throw new UnfitFileException("/connectivity", list.file() + ": " + e.getMessage(), e);
        }
    }

    private Synapses allToAll() throws UnfitFileException {
        double[] weights;
        if (projection.weights() instanceof WeightSource.Constant constant) {
            weights = new double[Math.multiplyExact(sourceSize, targetSize)];
            Arrays.fill(weights, constant.weight());
        } else {
            Matrix matrix = matrix(Math.multiplyExact(sourceSize, targetSize));
            checkShape(
                    matrix,
                    matrix.rows() == sourceSize && matrix.columns() == targetSize,
                    sourceSize + " rows (sources) x " + targetSize + " columns (targets)");
            weights = matrix.values();
        }
        return new DenseSynapses(sourceSize, targetSize, weights, projection.delayTicks());
    }

    private Synapses oneToOne() throws UnfitFileException {
        double[] weights;
        if (projection.weights() instanceof WeightSource.Constant constant) {
            weights = new double[sourceSize];
            Arrays.fill(weights, constant.weight());
        } else {
            Matrix matrix = matrix(sourceSize);
            boolean isVector = matrix.rows() == 1 || matrix.columns() == 1;
            checkShape(
                    matrix,
                    isVector && matrix.values().length == sourceSize,
                    "a single row or column of " + sourceSize);
            weights = matrix.values();
        }
        SparseSynapses.Builder synapses = SparseSynapses.builder(sourceSize, targetSize);
        for (int i = 0; i < sourceSize; i++) {
            synapses.add(i, i, weights[i], projection.delayTicks());
        }
        return synapses.build();
    }

    private Matrix matrix(int mostValues) throws UnfitFileException {
        if (projection.weights() instanceof WeightSource.Inline inline) {
            return inlineMatrix(inline.rows());
        }
        WeightSource.MatrixFile source = (WeightSource.MatrixFile) projection.weights();
        try {
            return MatrixFiles.read(source.file().resolved(), source.dataset(), mostValues);
        } catch (DataFileException e) {
            throw new UnfitFileException("/weights", source.file() + ": " + e.getMessage(), e);
        }
    }

    private static Matrix inlineMatrix(double[][] rows) throws UnfitFileException {
        int columns = rows[0].length;
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw new UnfitFileException(
                        "/weights/" + i,
                        "found " + rows[i].length + " columns, expected " + columns + " as in the first row");
            }
        }
        double[] values = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        return new Matrix(rows.length, columns, values);
    }

    private void checkShape(Matrix matrix, boolean fits, String expected) throws UnfitFileException {
        if (!fits) {
            String file = projection.weights() instanceof WeightSource.MatrixFile source ? source.file() + ": " : "";
            throw new UnfitFileException(
                    "/weights",
                    file + "found " + matrix.rows() + " rows x " + matrix.columns() + " columns, expected " + expected);
        }
    }
}
