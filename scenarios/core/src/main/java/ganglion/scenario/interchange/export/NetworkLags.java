package ganglion.scenario.interchange.export;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.scenario.interchange.compile.Depths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * How many ticks later than its graph each population of a network acts. This is its depth, as an import of the graph counts
 * it, so that an import gives every synapse the delay that it has. What a delay exceeds the difference of depths by is a delay
 * of the graph. Where a delay is shorter than this difference, the population acts earlier than at its depth.
 */
final class NetworkLags {

    private final Network network;
    private final Depths depths;
    private final int[] lags;

    /** @param biased populations without synapses that get a bias from the first population */
    NetworkLags(Network network, Set<String> biased) {
        this.network = network;
        this.depths = new Depths(
                network.populations().size(),
                population -> !network.population(population).model().takesInput(),
                edges(biased));
        this.lags = new int[network.populations().size()];
        for (int population = 0; population < lags.length; population++) {
            lags[population] = depths.of(population);
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Projection projection : network.projections()) {
                changed |= shorten(projection);
            }
        }
    }

    private List<Depths.Edge> edges(Set<String> biased) {
        List<Depths.Edge> edges = new ArrayList<>();
        for (Projection projection : network.projections()) {
            if (projection.synapses().count() > 0) {
                edges.add(new Depths.Edge(network.index(projection.source()), network.index(projection.target())));
            }
        }
        biased.forEach(population -> edges.add(new Depths.Edge(0, network.index(population))));
        edges.sort(Comparator.comparingInt(Depths.Edge::target));
        return edges;
    }

    private boolean shorten(Projection projection) {
        if (projection.synapses().count() == 0) {
            return false;
        }
        int target = network.index(projection.target());
        // The edge of a graph that closes a cycle is a step late by itself.
        int latest =
                Math.addExact(of(projection.source()), projection.synapses().smallestDelayTicks())
                        - (isFeedback(projection) ? 1 : 0);
        if (latest >= lags[target]) {
            return false;
        }
        lags[target] = latest;
        return true;
    }

    int of(String population) {
        return lags[network.index(population)];
    }

    /** Ticks by which a population acts later in an import of the graph than in the network. */
    int laterAfterImport(String population) {
        return depths.of(network.index(population)) - of(population);
    }

    /** Whether the projection closes a cycle. */
    boolean isFeedback(Projection projection) {
        return depths.isFeedback(network.index(projection.source()), network.index(projection.target()));
    }

    /** Steps of the graph by which synapses of some delay bring spikes later; at least 1 if the projection closes a cycle. */
    int steps(Projection projection, int delayTicks) {
        return delayTicks - (of(projection.target()) - of(projection.source()));
    }
}
