package ganglion.scenario.cause;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Something in which two networks with the same populations differ.
 *
 * @param kind what differs
 * @param place name of a population, or of both ends of a projection: {@code middle to out}
 * @param count how many weights differ, or the tick of the first spike of an input that does; 0 for other kinds
 * @param of how many weights there are; 0 for other kinds
 */
public record NetworkDifference(Kind kind, String place, long count, long of) {

    /** What may differ. */
    public enum Kind {
        /** Spikes that an input plays. */
        INPUT,
        /** Model or parameters of a population, its currents and its start. */
        PARAMETERS,
        /** Weights of synapses that are there in both. */
        WEIGHTS,
        /** Synapses, or their delays. */
        CONNECTIONS,
        /** How weights change. */
        PLASTICITY,
        /** Projections are others. */
        PROJECTIONS
    }

    /** All differences, of inputs first. */
    public static List<NetworkDifference> between(Network first, Network second) {
        List<NetworkDifference> found = new ArrayList<>();
        for (int p = 0; p < first.populations().size(); p++) {
            compare(first.populations().get(p), second.populations().get(p), found);
        }
        boolean alike = first.projections().size() == second.projections().size();
        for (int i = 0; alike && i < first.projections().size(); i++) {
            alike = name(first.projections().get(i))
                    .equals(name(second.projections().get(i)));
        }
        if (!alike) {
            found.add(new NetworkDifference(Kind.PROJECTIONS, "", 0, 0));
            return found;
        }
        for (int i = 0; i < first.projections().size(); i++) {
            compare(first.projections().get(i), second.projections().get(i), found);
        }
        return found;
    }

    private static String name(Projection projection) {
        return projection.source() + " to " + projection.target();
    }

    private static void compare(Population first, Population second, List<NetworkDifference> found) {
        if (first.model() instanceof SpikeSource one && second.model() instanceof SpikeSource other) {
            SpikeRaster spikes = one.spikes();
            OptionalLong tick = Divergence.firstDifference(spikes, other.spikes());
            tick.ifPresent(at -> found.add(new NetworkDifference(Kind.INPUT, first.name(), at, 0)));
        } else if (first.startTick() != second.startTick()
                || !first.model().fingerprint().equals(second.model().fingerprint())) {
            found.add(new NetworkDifference(Kind.PARAMETERS, first.name(), 0, 0));
        }
    }

    private static void compare(Projection first, Projection second, List<NetworkDifference> found) {
        if (!first.plasticity().equals(second.plasticity())) {
            found.add(new NetworkDifference(Kind.PLASTICITY, name(first), 0, 0));
        }
        long weights = differentWeights(first.synapses(), second.synapses());
        if (weights < 0) {
            found.add(new NetworkDifference(Kind.CONNECTIONS, name(first), 0, 0));
        } else if (weights > 0) {
            found.add(new NetworkDifference(
                    Kind.WEIGHTS, name(first), weights, first.synapses().count()));
        }
    }

    /** The number of weights that differ; -1 if synapses or delays do. */
    private static long differentWeights(Synapses first, Synapses second) {
        long count = 0;
        for (int source = 0; source < first.sourceSize(); source++) {
            if (first.outDegree(source) != second.outDegree(source)) {
                return -1;
            }
            for (int i = 0; i < first.outDegree(source); i++) {
                if (first.target(source, i) != second.target(source, i)
                        || first.delayTicks(source, i) != second.delayTicks(source, i)) {
                    return -1;
                }
                count += first.weight(source, i) == second.weight(source, i) ? 0 : 1;
            }
        }
        return count;
    }
}
