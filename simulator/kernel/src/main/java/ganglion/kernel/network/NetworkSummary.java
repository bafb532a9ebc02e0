package ganglion.kernel.network;

import java.util.ArrayList;
import java.util.List;

/**
 * What places that each hold a {@linkplain NetworkSlice part} of a network have to agree on before they run it.
 *
 * @param projections a summary of each projection, in the order of the network
 */
public record NetworkSummary(List<SynapseSummary> projections) {

    public NetworkSummary {
        projections = List.copyOf(projections);
    }

    /** Of a network, or of a part of one. */
    public static NetworkSummary of(Network network) {
        return new NetworkSummary(network.projections().stream()
                .map(projection -> SynapseSummary.of(projection.synapses()))
                .toList());
    }

    /**
     * Of this part and another one together.
     *
     * @throws IllegalArgumentException if they are not parts of one network
     */
    public NetworkSummary merge(NetworkSummary other) {
        checkCount(other.projections.size());
        List<SynapseSummary> merged = new ArrayList<>();
        for (int p = 0; p < projections.size(); p++) {
            merged.add(projections.get(p).merge(other.projections.get(p)));
        }
        return new NetworkSummary(merged);
    }

    /**
     * A part of the network that this is the summary of, whose cores sum their input in the order of the whole network: see
     * {@link SynapseSummary#applyTo}.
     *
     * @throws IllegalArgumentException if it is not a part of such a network
     */
    public Network applyTo(Network part) {
        checkCount(part.projections().size());
        List<Projection> agreed = new ArrayList<>();
        for (int p = 0; p < projections.size(); p++) {
            Projection given = part.projection(p);
            Synapses synapses = projections.get(p).applyTo(given.synapses());
            agreed.add(
                    synapses == given.synapses()
                            ? given
                            : new Projection(given.source(), given.target(), synapses, given.plasticity()));
        }
        return new Network(part.populations(), agreed);
    }

    /**
     * {@link Network#memoryTicks} of the whole network.
     *
     * @param part any part of it, which says where weights change
     */
    public long memoryTicks(Network part) {
        checkCount(part.projections().size());
        boolean changes = part.projections().stream()
                .anyMatch(projection -> projection.plasticity().isPresent());
        return changes
                ? Long.MAX_VALUE
                : projections.stream()
                        .mapToLong(SynapseSummary::largestDelayTicks)
                        .max()
                        .orElse(0);
    }

    /** Number of synapses of all projections. */
    public long synapseCount() {
        return projections.stream().mapToLong(SynapseSummary::count).sum();
    }

    private void checkCount(int found) {
        if (found != projections.size()) {
            throw new IllegalArgumentException(
                    "found " + found + " projections, expected the " + projections.size() + " of the same network");
        }
    }
}
