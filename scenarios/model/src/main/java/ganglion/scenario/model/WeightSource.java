package ganglion.scenario.model;

import ganglion.documents.place.DocumentPath;
import ganglion.kernel.random.Distribution;

/** Where the weights of a projection come from. */
public sealed interface WeightSource {

    /** One weight for every synapse. */
    record Constant(double weight) implements WeightSource {}

    /** Weights from a distribution. */
    record Drawn(Distribution distribution) implements WeightSource {}

    /**
     * Weights written in the scenario itself.
     *
     * @param rows a row for each source neuron, a column for each target neuron
     */
    record Inline(double[][] rows) implements WeightSource {}

    /**
     * A matrix in a CSV, NPY, NPZ or HDF5 file, told apart by the name's ending: a row for each source neuron, a column for each
     * target neuron.
     *
     * @param file the file
     * @param dataset path of the data set in an HDF5 file, name of the array in an NPZ file; empty for the other kinds
     */
    record MatrixFile(DocumentPath file, String dataset) implements WeightSource {}
}
