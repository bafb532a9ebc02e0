package ganglion.scenario.cause;

import ganglion.kernel.cause.EventPart;
import ganglion.kernel.cause.PotentialParts;
import ganglion.kernel.cause.SpikeId;
import ganglion.kernel.network.Network;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A part of a potential in two runs.
 *
 * @param kind what it is
 * @param current number of the current, from 0; 0 for other kinds
 * @param source the spike that brought it; null for other kinds
 * @param first in the first run, in the unit of the potential
 * @param second in the second run
 * @param firstWeight weights with which the spike came in the first run together; 0 if it did not
 * @param secondWeight the same in the second run
 */
public record PartPair(
        Kind kind, int current, SpikeId source, double first, double second, double firstWeight, double secondWeight) {

    /** Kinds of parts, as in {@link PotentialParts}. */
    public enum Kind {
        SPIKE,
        INITIAL,
        DRIVE,
        OWN_SPIKES,
        CURRENT,
        REFERENCE
    }

    /** Parts that differ by less than this share of the sizes of all are what rounding leaves. */
    private static final double ROUNDING = 1e-12;

    /** All parts of both potentials, in no particular order. */
    static List<PartPair> of(Network first, PotentialParts one, Network second, PotentialParts other) {
        List<PartPair> pairs = new ArrayList<>();
        Map<SpikeId, Sum> in = sums(first, one);
        Map<SpikeId, Sum> out = sums(second, other);
        Set<SpikeId> sources = new LinkedHashSet<>(in.keySet());
        sources.addAll(out.keySet());
        for (SpikeId source : sources) {
            Sum before = in.getOrDefault(source, Sum.NOTHING);
            Sum after = out.getOrDefault(source, Sum.NOTHING);
            pairs.add(new PartPair(
                    Kind.SPIKE, 0, source, before.amount(), after.amount(), before.weight(), after.weight()));
        }
        pairs.add(plain(Kind.INITIAL, 0, one.initial(), other.initial()));
        pairs.add(plain(Kind.DRIVE, 0, one.drive(), other.drive()));
        pairs.add(plain(Kind.OWN_SPIKES, 0, one.ownSpikes(), other.ownSpikes()));
        for (int i = 0; i < Math.max(one.currents().size(), other.currents().size()); i++) {
            pairs.add(plain(Kind.CURRENT, i, current(one, i), current(other, i)));
        }
        pairs.add(plain(Kind.REFERENCE, 0, one.reference(), other.reference()));
        return pairs;
    }

    private static PartPair plain(Kind kind, int current, double first, double second) {
        return new PartPair(kind, current, null, first, second, 0, 0);
    }

    private static double current(PotentialParts parts, int number) {
        return number < parts.currents().size() ? parts.currents().get(number) : 0;
    }

    private static SpikeId source(Network network, EventPart event) {
        int population = network.sourceOf(event.synapse().projection());
        return new SpikeId(population, event.synapse().source(), event.firedTick());
    }

    /** Amount and weight of all events of a spike. */
    private record Sum(double amount, double weight) {

        private static final Sum NOTHING = new Sum(0, 0);

        private Sum plus(Sum other) {
            return new Sum(amount + other.amount, weight + other.weight);
        }
    }

    private static Map<SpikeId, Sum> sums(Network network, PotentialParts parts) {
        Map<SpikeId, Sum> sums = new LinkedHashMap<>();
        for (EventPart event : parts.events()) {
            sums.merge(source(network, event), new Sum(event.amount(), event.weight()), Sum::plus);
        }
        return sums;
    }

    /** How much more it is in the second run. */
    public double difference() {
        return second - first;
    }

    /** Whether it differs by more than rounding, given the sizes of all parts of both runs together. */
    boolean differs(double sizes) {
        return Math.abs(difference()) > ROUNDING * sizes;
    }
}
