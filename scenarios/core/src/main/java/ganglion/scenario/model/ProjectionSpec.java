package ganglion.scenario.model;

import ganglion.documents.place.DocumentPath;
import ganglion.kernel.plasticity.SynapseRule;
import ganglion.kernel.random.Distribution;
import java.util.Optional;

/**
 * A projection as described in a scenario. Its weights are read when the network is built.
 *
 * @param pointer its place in the scenario
 * @param from population or input whose spikes it carries
 * @param to population that it reaches
 * @param connectivity which neurons are joined
 * @param weights how strongly; not looked at with an {@link Connectivity.EdgeList}, which has its own
 * @param delays how late; not looked at where an {@link Connectivity.EdgeList} has its own
 * @param plasticity how the weights change; empty if they do not
 * @param written how the file words all but the ends, such as {@code weights: 0.5, delay: 3 ms}; only shown; empty without a file
 */
public record ProjectionSpec(
        String pointer,
        String from,
        String to,
        Connectivity connectivity,
        WeightSource weights,
        DelaySource delays,
        Optional<? extends SynapseRule> plasticity,
        String written) {

    /** A projection that is not read from a file. */
    public ProjectionSpec(
            String pointer,
            String from,
            String to,
            Connectivity connectivity,
            WeightSource weights,
            DelaySource delays,
            Optional<? extends SynapseRule> plasticity) {
        this(pointer, from, to, connectivity, weights, delays, plasticity, "");
    }

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

    /** Where the delays of a projection come from. */
    public sealed interface DelaySource {

        /** One delay for every synapse, at least 1 tick. */
        record Constant(int ticks) implements DelaySource {}

        /** Delays from a distribution, in ticks; rounded to whole ticks. */
        record Drawn(Distribution ticks) implements DelaySource {}

        /**
         * Delays that grow with the distance between two neurons, as of a signal on its way; rounded to whole ticks. Only with
         * a rule that knows distances.
         *
         * @param ticksAtZero delay at a distance of 0
         * @param ticksPerLength what a distance of 1 adds
         */
        record ByDistance(double ticksAtZero, double ticksPerLength) implements DelaySource {}
    }
}
