package ganglion.kernel.network;

import java.util.Objects;

/**
 * All synapses from one population to another (or to itself).
 *
 * @param source name of the population whose spikes it carries
 * @param target name of the population that it reaches
 * @param synapses rows of synapses, one for each source neuron
 */
public record Projection(String source, String target, Synapses synapses) {

    public Projection {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(synapses, "synapses");
    }
}
