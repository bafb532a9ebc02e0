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
import java.util.function.LongFunction;

/** Tells in what two networks with the same populations differ. */
public final class NetworkDifference {

    private NetworkDifference() {}

    /**
     * All differences in words, of inputs first.
     *
     * @param time a tick in words
     */
    public static List<String> between(Network first, Network second, LongFunction<String> time) {
        List<String> found = new ArrayList<>();
        for (int p = 0; p < first.populations().size(); p++) {
            compare(first.population(p), second.population(p), time, found);
        }
        boolean alike = first.projections().size() == second.projections().size();
        for (int i = 0; alike && i < first.projections().size(); i++) {
            alike = name(first.projection(i)).equals(name(second.projection(i)));
        }
        if (!alike) {
            found.add("other projections");
            return found;
        }
        for (int i = 0; i < first.projections().size(); i++) {
            compare(first.projection(i), second.projection(i), found);
        }
        return found;
    }

    private static String name(Projection projection) {
        return "synapses from " + projection.source() + " to " + projection.target();
    }

    private static void compare(Population first, Population second, LongFunction<String> time, List<String> found) {
        if (first.model() instanceof SpikeSource one && second.model() instanceof SpikeSource other) {
            SpikeRaster spikes = one.spikes();
            OptionalLong tick = Divergence.firstDifference(spikes, other.spikes());
            tick.ifPresent(at -> found.add("input " + first.name() + ": other spikes from " + time.apply(at) + " on"));
        } else if (first.startTick() != second.startTick()
                || !first.model().fingerprint().equals(second.model().fingerprint())) {
            found.add(first.name() + ": another model or other parameters");
        }
    }

    private static void compare(Projection first, Projection second, List<String> found) {
        if (!first.plasticity().equals(second.plasticity())) {
            found.add(name(first) + ": another plasticity");
        }
        Synapses one = first.synapses();
        Synapses other = second.synapses();
        if (!connectAlike(one, other)) {
            found.add(name(first) + ": other connections");
            return;
        }
        long weights = 0;
        long delays = 0;
        String such = "";
        for (int source = 0; source < one.sourceSize(); source++) {
            for (int i = 0; i < one.outDegree(source); i++) {
                weights += one.weight(source, i) == other.weight(source, i) ? 0 : 1;
                int before = one.delayTicks(source, i);
                int after = other.delayTicks(source, i);
                if (before != after) {
                    such = delays == 0
                            ? " (" + before + " and " + after + " ticks from " + source + " to " + one.target(source, i)
                                    + ")"
                            : such;
                    delays++;
                }
            }
        }
        if (weights > 0) {
            found.add(name(first) + ": " + weights + " of " + one.count() + " weights");
        }
        if (delays > 0) {
            found.add(name(first) + ": " + delays + " of " + one.count() + " delays" + such);
        }
    }

    private static boolean connectAlike(Synapses first, Synapses second) {
        for (int source = 0; source < first.sourceSize(); source++) {
            if (first.outDegree(source) != second.outDegree(source)) {
                return false;
            }
            for (int i = 0; i < first.outDegree(source); i++) {
                if (first.target(source, i) != second.target(source, i)) {
                    return false;
                }
            }
        }
        return true;
    }
}
