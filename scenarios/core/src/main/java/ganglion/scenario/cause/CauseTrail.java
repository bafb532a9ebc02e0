package ganglion.scenario.cause;

import ganglion.kernel.cause.PotentialParts;
import ganglion.kernel.cause.SpikeId;
import ganglion.kernel.network.Network;
import ganglion.scenario.cause.CauseNode.SourceShare;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The way from one spike back to the inputs. Spikes are taken from the latest to the earliest: whatever a spike lifted came after it, so that
 * the shares of all paths through it are known when its turn comes, and it is taken apart once.
 */
final class CauseTrail {

    /** From the latest to the earliest; of one tick, in reverse order of the network. */
    static final Comparator<SpikeId> LATEST_FIRST = Comparator.comparingLong(SpikeId::tick)
            .thenComparingInt(SpikeId::population)
            .thenComparingInt(SpikeId::neuron)
            .reversed();

    private final Network network;
    private final Function<SpikeId, Optional<PotentialParts>> partsOf;
    private final Pruning pruning;

    /** Spikes whose turn is still to come, with what has come through each so far. */
    private final TreeMap<SpikeId, Double> waiting = new TreeMap<>(LATEST_FIRST);

    private final Map<SpikeId, Double> inputs = new HashMap<>();
    private final List<CauseNode> followed = new ArrayList<>();
    private double drives;
    private double currents;
    private double notFollowed;
    private double noSums;

    /** @param partsOf the parts of a potential; empty if it is no sum */
    CauseTrail(Network network, Function<SpikeId, Optional<PotentialParts>> partsOf, Pruning pruning) {
        this.network = network;
        this.partsOf = partsOf;
        this.pruning = pruning;
    }

    /** Goes the whole way. */
    void follow(CauseNode root) {
        spread(root);
        while (!waiting.isEmpty()) {
            Map.Entry<SpikeId, Double> next = waiting.pollFirstEntry();
            take(next.getKey(), next.getValue());
        }
    }

    private void take(SpikeId spike, double share) {
        if (!network.population(spike.population()).model().takesInput()) {
            inputs.put(spike, share);
        } else if (share < pruning.leastShare() || followed.size() == pruning.mostSpikes()) {
            notFollowed += share;
        } else {
            Optional<PotentialParts> parts = partsOf.apply(spike);
            if (parts.isEmpty()) {
                noSums += share;
            } else {
                CauseNode cause = CauseNode.of(spike, share, parts.get());
                followed.add(cause);
                spread(cause);
            }
        }
    }

    /** Hands the share of a node on to what lifted it. */
    private void spread(CauseNode node) {
        if (node.lift() == 0) {
            drives += node.share();
            return;
        }
        drives += node.share() * (node.drives() / node.lift());
        currents += node.share() * (node.currents() / node.lift());
        for (SourceShare source : node.sources()) {
            if (source.amount() > 0) {
                waiting.merge(source.spike(), node.share() * source.share(), Double::sum);
            }
        }
    }

    /** The spikes that were followed, the largest share first. */
    List<CauseNode> followed() {
        return followed.stream()
                .sorted(Comparator.comparingDouble(CauseNode::share)
                        .reversed()
                        .thenComparing(CauseNode::at, LATEST_FIRST))
                .toList();
    }

    /** Where all paths ended. */
    Origins<SpikeId> origins() {
        Map<SpikeId, Double> sorted = new LinkedHashMap<>();
        inputs.entrySet().stream()
                .sorted(Map.Entry.<SpikeId, Double>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(LATEST_FIRST))
                        .reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return new Origins<>(sorted, drives, currents, notFollowed, noSums);
    }
}
