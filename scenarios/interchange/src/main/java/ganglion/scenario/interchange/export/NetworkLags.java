package ganglion.scenario.interchange.export;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import java.util.Arrays;

/**
 * How many ticks later than its graph each population of a network acts: the shortest way from an input to it, in ticks of
 * delay. A synapse whose delay is longer than the two populations lie apart is a delay of the graph, too.
 */
final class NetworkLags {

    private final Network network;
    private final int[] lags;

    NetworkLags(Network network) {
        this.network = network;
        this.lags = new int[network.populations().size()];
        Arrays.fill(lags, Integer.MAX_VALUE);
        for (int p = 0; p < lags.length; p++) {
            if (!network.populations().get(p).model().takesInput()) {
                lags[p] = 0;
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Projection projection : network.projections()) {
                changed |= shorten(projection);
            }
        }
        for (int p = 0; p < lags.length; p++) {
            lags[p] = lags[p] == Integer.MAX_VALUE ? 0 : lags[p];
        }
    }

    private boolean shorten(Projection projection) {
        int source = lags[network.index(projection.source())];
        int target = network.index(projection.target());
        Synapses synapses = projection.synapses();
        if (source == Integer.MAX_VALUE || synapses.count() == 0) {
            return false;
        }
        int lag = Math.addExact(source, synapses.smallestDelayTicks());
        if (lag >= lags[target]) {
            return false;
        }
        lags[target] = lag;
        return true;
    }

    int of(String population) {
        return lags[network.index(population)];
    }

    /** Steps of the graph by which synapses of some delay bring spikes later. */
    int steps(Projection projection, int delayTicks) {
        return delayTicks - (of(projection.target()) - of(projection.source()));
    }
}
