package ganglion.scenario.model;

import ganglion.kernel.plasticity.PairStdp;
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
        Optional<PairStdp> plasticity,
        String written) {

    /** A projection that is not read from a file. */
    public ProjectionSpec(
            String pointer,
            String from,
            String to,
            Connectivity connectivity,
            WeightSource weights,
            DelaySource delays,
            Optional<PairStdp> plasticity) {
        this(pointer, from, to, connectivity, weights, delays, plasticity, "");
    }
}
