package ganglion.scenario.cause;

import ganglion.kernel.cause.CausesOfRun;
import ganglion.kernel.cause.PotentialParts;
import ganglion.kernel.cause.SpikeId;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Where the neurons of two runs of networks with the same populations first fire differently. Inputs are not looked at: where these differ,
 * neurons may do so later.
 *
 * @param tick the first at which they do
 * @param onlyFirst all spikes of that tick that only the first run has, in order of population and neuron
 * @param onlySecond those that only the second has
 * @param sides the first of these neurons whose potential is a sum in both runs, taken apart; empty if there is none
 */
public record Divergence(long tick, List<SpikeId> onlyFirst, List<SpikeId> onlySecond, Optional<Sides> sides) {

    /** Copies the lists. */
    public Divergence {
        onlyFirst = List.copyOf(onlyFirst);
        onlySecond = List.copyOf(onlySecond);
    }

    /**
     * A potential in both runs.
     *
     * @param at the neuron and the tick
     * @param first the parts in the first run
     * @param second the parts in the second run
     * @param differing parts that differ by more than rounding, the largest difference first
     */
    public record Sides(SpikeId at, PotentialParts first, PotentialParts second, List<Part> differing) {

        /** Copies the list. */
        public Sides {
            differing = List.copyOf(differing);
        }
    }

    /**
     * A part of a potential in both runs.
     *
     * @param part {@code spike}, or the {@linkplain PotentialParts#others() name} of another part
     * @param spike that brought it; null for other parts
     * @param firstWeight weights with which the spike came in the first run together; 0 if it did not
     * @param secondWeight the same in the second run
     * @param first in the first run, in the unit of the potential
     * @param second in the second run
     */
    public record Part(
            String part, SpikeId spike, double firstWeight, double secondWeight, double first, double second) {

        /** Parts that differ by less than this share of the sizes of all are what rounding leaves. */
        private static final double ROUNDING = 1e-12;

        /** How much more it is in the second run. */
        public double difference() {
            return second - first;
        }

        /** All parts of both potentials, in no particular order. */
        private static List<Part> of(PotentialParts one, PotentialParts other) {
            List<Part> pairs = new ArrayList<>();
            Map<SpikeId, Sum> before = sums(one);
            Map<SpikeId, Sum> after = sums(other);
            for (SpikeId spike : union(before, after)) {
                Sum first = before.getOrDefault(spike, Sum.NOTHING);
                Sum second = after.getOrDefault(spike, Sum.NOTHING);
                pairs.add(new Part("spike", spike, first.weight, second.weight, first.amount, second.amount));
            }
            for (String name : union(one.others(), other.others())) {
                double first = one.others().getOrDefault(name, 0.0);
                pairs.add(new Part(name, null, 0, 0, first, other.others().getOrDefault(name, 0.0)));
            }
            return pairs;
        }

        private static <K> Set<K> union(Map<K, ?> one, Map<K, ?> other) {
            Set<K> keys = new LinkedHashSet<>(one.keySet());
            keys.addAll(other.keySet());
            return keys;
        }

        private static Map<SpikeId, Sum> sums(PotentialParts parts) {
            Map<SpikeId, Sum> sums = new LinkedHashMap<>();
            parts.events()
                    .forEach(event -> sums.merge(
                            event.spike(),
                            new Sum(event.amount(), event.weight()),
                            (one, other) -> new Sum(one.amount + other.amount, one.weight + other.weight)));
            return sums;
        }

        /** Amount and weight of all events of a spike. */
        private record Sum(double amount, double weight) {

            private static final Sum NOTHING = new Sum(0, 0);
        }
    }

    /** The spikes of a run. */
    public record Side(Network network, List<SpikeRaster> spikes) {

        private boolean takesInput(int population) {
            return network.population(population).model().takesInput();
        }

        private Optional<PotentialParts> parts(SpikeId at) {
            return new CausesOfRun(network, spikes).at(at.population(), at.neuron(), at.tick());
        }
    }

    /**
     * Compares two runs; empty if all neurons fire alike.
     *
     * @param first populations of the same names and sizes as those of the second, in the same order
     */
    public static Optional<Divergence> of(Side first, Side second) {
        long tick = Long.MAX_VALUE;
        for (int p = 0; p < first.spikes().size(); p++) {
            if (first.takesInput(p) || second.takesInput(p)) {
                OptionalLong differs =
                        firstDifference(first.spikes().get(p), second.spikes().get(p));
                tick = Math.min(tick, differs.orElse(Long.MAX_VALUE));
            }
        }
        return tick == Long.MAX_VALUE ? Optional.empty() : Optional.of(at(tick, first, second));
    }

    /** The first tick at which two rasters differ. */
    public static OptionalLong firstDifference(SpikeRaster first, SpikeRaster second) {
        int common = Math.min(first.size(), second.size());
        for (int i = 0; i < common; i++) {
            if (first.tick(i) != second.tick(i) || first.neuron(i) != second.neuron(i)) {
                return OptionalLong.of(Math.min(first.tick(i), second.tick(i)));
            }
        }
        if (first.size() == second.size()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of((first.size() > common ? first : second).tick(common));
    }

    private static Divergence at(long tick, Side first, Side second) {
        List<SpikeId> onlyFirst = new ArrayList<>();
        List<SpikeId> onlySecond = new ArrayList<>();
        for (int p = 0; p < first.spikes().size(); p++) {
            if (first.takesInput(p) || second.takesInput(p)) {
                SpikeRaster one = first.spikes().get(p).between(tick, tick + 1);
                SpikeRaster other = second.spikes().get(p).between(tick, tick + 1);
                missing(p, one, other, onlyFirst);
                missing(p, other, one, onlySecond);
            }
        }
        List<SpikeId> all = new ArrayList<>(onlyFirst);
        all.addAll(onlySecond);
        all.sort(Comparator.comparingInt(SpikeId::population).thenComparingInt(SpikeId::neuron));
        Optional<Sides> sides = all.stream()
                .flatMap(spike -> sides(spike, first, second).stream())
                .findFirst();
        return new Divergence(tick, onlyFirst, onlySecond, sides);
    }

    /** Adds the spikes of one tick that the other raster has not. */
    private static void missing(int population, SpikeRaster of, SpikeRaster in, List<SpikeId> list) {
        for (int i = 0, next = 0; i < of.size(); i++) {
            while (next < in.size() && in.neuron(next) < of.neuron(i)) {
                next++;
            }
            if (next == in.size() || in.neuron(next) != of.neuron(i)) {
                list.add(new SpikeId(population, of.neuron(i), of.tick(i)));
            }
        }
    }

    private static Optional<Sides> sides(SpikeId at, Side first, Side second) {
        Optional<PotentialParts> one = first.parts(at);
        Optional<PotentialParts> other = second.parts(at);
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        double sizes = one.get().size() + other.get().size();
        List<Part> differing = Part.of(one.get(), other.get()).stream()
                .filter(part -> Math.abs(part.difference()) > Part.ROUNDING * sizes)
                .sorted(Comparator.comparingDouble((Part part) -> Math.abs(part.difference()))
                        .reversed())
                .toList();
        return Optional.of(new Sides(at, one.get(), other.get(), differing));
    }
}
