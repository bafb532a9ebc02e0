package ganglion.scenario.bind;

import ganglion.documents.quantity.TickTimes;
import ganglion.documents.table.Matrix;
import ganglion.documents.table.MatrixFiles;
import ganglion.documents.table.TableException;
import ganglion.kernel.connectivity.AllToAll;
import ganglion.kernel.connectivity.Connection;
import ganglion.kernel.connectivity.Connector;
import ganglion.kernel.connectivity.ConvolutionRule;
import ganglion.kernel.connectivity.DistanceDependent;
import ganglion.kernel.connectivity.Ends;
import ganglion.kernel.connectivity.OneToOne;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.SynapseParameter;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.network.TargetSlice;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.scenario.data.EdgeLists;
import ganglion.scenario.model.Connectivity;
import ganglion.scenario.model.ProjectionSpec;
import ganglion.scenario.model.ProjectionSpec.DelaySource;
import ganglion.scenario.model.ProjectionSpec.WeightSource;
import ganglion.scenario.model.RandomStreams;
import java.io.Serial;
import java.util.Arrays;
import java.util.List;

/** Makes the synapses of one projection, or those of them that end on some targets. Reads no file for none. */
public final class SynapseLoader {

    private static final int MOST_LISTED_SYNAPSES = 200_000_000;

    private final ProjectionSpec projection;
    private final int number;
    private final Ends ends;
    private final List<TargetSlice> shares;

    /** All targets. */
    private final TargetSlice slice;

    private final Surroundings surroundings;
    private final WeightLoader weights;

    /**
     * What the projections of a scenario share.
     *
     * @param times turns delays in files into ticks
     * @param streams draws weights and delays
     * @param runner builds rows
     */
    record Surroundings(TickTimes times, RandomStreams streams, TaskRunner runner) {}

    /**
     * @param number position of the projection in the scenario
     * @param shares the targets of each core that rows are laid out for, one after the other
     */
    SynapseLoader(
            ProjectionSpec projection, int number, Ends ends, List<TargetSlice> shares, Surroundings surroundings) {
        this.projection = projection;
        this.number = number;
        this.ends = ends;
        this.slice = TargetSlice.joined(shares);
        // Weights that change are handed back by position, which must not depend on the number of cores.
        this.shares = projection.plasticity().isEmpty() ? shares : List.of(slice);
        this.surroundings = surroundings;
        this.weights = new WeightLoader(projection.weights());
    }

    /** @throws UnfitFileException if a file cannot be used, or weights have the wrong shape */
    Synapses load() throws UnfitFileException {
        if (projection.connectivity() instanceof Connectivity.EdgeList list) {
            return listed(list);
        }
        if (projection.connectivity() instanceof Connectivity.Convolved convolved) {
            return convolved(convolved);
        }
        if (projection.connectivity() instanceof Connectivity.OneToOne) {
            return connect(new OneToOne());
        }
        if (projection.connectivity() instanceof Connectivity.Rule rule) {
            return connect(rule.connector());
        }
        if (projection.connectivity() instanceof Connectivity.AllToAll) {
            return connect(new AllToAll(true));
        }
        throw new IllegalArgumentException("nothing connects neurons by " + projection.connectivity());
    }

    private Synapses listed(Connectivity.EdgeList list) throws UnfitFileException {
        if (slice.isEmpty()) {
            return SparseSynapses.builder(ends.sourceSize(), ends.targetSize(), slice)
                    .build();
        }
        EdgeLists.Limits limits = new EdgeLists.Limits(ends.sourceSize(), ends.targetSize(), MOST_LISTED_SYNAPSES);
        int defaultDelay = projection.delays() instanceof DelaySource.Constant constant ? constant.ticks() : 1;
        EdgeLists.Delays delays = new EdgeLists.Delays(defaultDelay, surroundings.times()::delayTicks);
        try {
            return EdgeLists.read(list.file().resolved(), list.group(), limits, shares, delays);
        } catch (TableException e) {
            throw new UnfitFileException("/connectivity", list.file() + ": " + e.getMessage(), e);
        }
    }

    private Synapses convolved(Connectivity.Convolved shape) throws UnfitFileException {
        int size = Math.toIntExact(shape.kernelSize());
        double[] kernel;
        if (slice.isEmpty()) {
            kernel = new double[size];
        } else if (projection.weights() instanceof WeightSource.Constant constant) {
            kernel = new double[size];
            Arrays.fill(kernel, constant.weight());
        } else if (projection.weights() instanceof WeightSource.Drawn drawn) {
            kernel = new double[size];
            Arrays.setAll(kernel, i -> drawn.distribution().draw(random().weights(number), i));
        } else {
            kernel = weights.values(size);
        }
        ConvolutionRule convolution = new ConvolutionRule(
                shape.inputChannels(),
                shape.outputChannels(),
                shape.groups(),
                shape.vertical(),
                shape.horizontal(),
                kernel);
        return new Connection(convolution, convolution.weights(), delays(convolution))
                .connect(ends, shares, surroundings.runner());
    }

    private Synapses connect(Connector connector) throws UnfitFileException {
        boolean full = connector instanceof AllToAll all && (all.autapses() || !ends.recurrent());
        if (full && weights.isPerPair() && projection.delays() instanceof DelaySource.Constant constant) {
            return matrix(connector, constant.ticks());
        }
        return joined(connector);
    }

    private Synapses matrix(Connector connector, int delayTicks) throws UnfitFileException {
        if (slice.isWhole(ends.targetSize())) {
            double[] matrix = weights.matrix(ends.sourceSize(), ends.targetSize());
            return new DenseSynapses(ends.sourceSize(), ends.targetSize(), matrix, delayTicks);
        }
        return ((SparseSynapses) joined(connector)).asPartOfMatrix();
    }

    private Synapses joined(Connector connector) throws UnfitFileException {
        return new Connection(connector, weights(connector), delays(connector))
                .connect(ends, shares, surroundings.runner());
    }

    private SynapseParameter weights(Connector connector) throws UnfitFileException {
        if (projection.weights() instanceof WeightSource.Constant constant) {
            return SynapseParameter.constant(constant.weight());
        }
        if (projection.weights() instanceof WeightSource.Drawn drawn) {
            return SynapseParameter.drawn(drawn.distribution(), random().weights(number));
        }
        if (slice.isEmpty()) {
            return SynapseParameter.constant(0);
        }
        if (connector instanceof OneToOne) {
            double[] each = weights.vector(ends.sourceSize());
            return (source, target, twin) -> each[source];
        }
        double[] matrix = weights.matrix(ends.sourceSize(), ends.targetSize());
        return (source, target, twin) -> matrix[source * ends.targetSize() + target];
    }

    private SynapseParameter delays(Connector connector) {
        if (projection.delays() instanceof DelaySource.Constant constant) {
            return SynapseParameter.constant(constant.ticks());
        }
        if (projection.delays() instanceof DelaySource.Drawn drawn) {
            return SynapseParameter.drawn(drawn.ticks(), random().delays(number));
        }
        DelaySource.ByDistance distance = (DelaySource.ByDistance) projection.delays();
        SynapseParameter exact =
                ((DistanceDependent) connector).distance().linear(distance.ticksAtZero(), distance.ticksPerLength());
        return (source, target, twin) -> Math.max(1, exact.at(source, target, twin));
    }

    private RandomStreams random() {
        return surroundings.streams();
    }

    /** Reads weights that are given one by one, in the scenario or in a file. */
    private static final class WeightLoader {

        private final WeightSource weights;

        WeightLoader(WeightSource weights) {
            this.weights = weights;
        }

        /** Whether there is a weight for each pair of neurons, and not one for all or a distribution. */
        boolean isPerPair() {
            return weights instanceof WeightSource.Inline || weights instanceof WeightSource.MatrixFile;
        }

        /** A row for each source neuron and a column for each target neuron. */
        double[] matrix(int sourceSize, int targetSize) throws UnfitFileException {
            Matrix matrix = read(Math.multiplyExact(sourceSize, targetSize));
            checkShape(
                    matrix,
                    matrix.rows() == sourceSize && matrix.columns() == targetSize,
                    sourceSize + " rows (sources) x " + targetSize + " columns (targets)");
            return matrix.values();
        }

        /** One weight for each neuron. */
        double[] vector(int size) throws UnfitFileException {
            Matrix matrix = read(size);
            boolean isVector = matrix.rows() == 1 || matrix.columns() == 1;
            checkShape(matrix, isVector && matrix.values().length == size, "a single row or column of " + size);
            return matrix.values();
        }

        /** A number of weights, row after row, in any shape. */
        double[] values(int count) throws UnfitFileException {
            Matrix matrix = read(count);
            checkShape(matrix, matrix.values().length == count, count + " weights of a kernel");
            return matrix.values();
        }

        private Matrix read(int mostValues) throws UnfitFileException {
            if (weights instanceof WeightSource.Inline inline) {
                return inlineMatrix(inline.rows());
            }
            WeightSource.MatrixFile source = (WeightSource.MatrixFile) weights;
            try {
                return MatrixFiles.read(source.file().resolved(), source.dataset(), mostValues);
            } catch (TableException e) {
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
            double[] values =
                    Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
            return new Matrix(rows.length, columns, values);
        }

        private void checkShape(Matrix matrix, boolean fits, String expected) throws UnfitFileException {
            if (!fits) {
                String file = weights instanceof WeightSource.MatrixFile source ? source.file() + ": " : "";
                throw new UnfitFileException(
                        "/weights",
                        file + "found " + matrix.rows() + " rows x " + matrix.columns() + " columns, expected "
                                + expected);
            }
        }
    }

    /** Weights or spikes that a part of a scenario names do not fit it. */
    public static final class UnfitFileException extends Exception {

        @Serial
        private static final long serialVersionUID = 1;

        private final String place;

        /**
         * @param place JSON pointer from the part of the scenario to the value
         * @param message what was found and what was expected
         */
        UnfitFileException(String place, String message) {
            super(message);
            this.place = place;
        }

        UnfitFileException(String place, String message, Throwable cause) {
            super(message, cause);
            this.place = place;
        }

        String place() {
            return place;
        }
    }
}
