package ganglion.scenario.cause;

import ganglion.kernel.cause.CausesOfRun;
import ganglion.kernel.cause.PotentialParts;
import ganglion.kernel.cause.SpikeId;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

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
    public record Sides(SpikeId at, PotentialParts first, PotentialParts second, List<PartPair> differing) {

        /** Copies the list. */
        public Sides {
            differing = List.copyOf(differing);
        }
    }

    /** The spikes of a run. */
    public record Side(Network network, List<SpikeRaster> spikes) {

        private boolean takesInput(int population) {
            return network.populations().get(population).model().takesInput();
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
                RunChanges.missing(p, one, other, Integer.MAX_VALUE, onlyFirst);
                RunChanges.missing(p, other, one, Integer.MAX_VALUE, onlySecond);
            }
        }
        List<SpikeId> all = new ArrayList<>(onlyFirst);
        all.addAll(onlySecond);
        all.sort(RunChanges.ORDER);
        Optional<Sides> sides = all.stream()
                .flatMap(spike -> sides(spike, first, second).stream())
                .findFirst();
        return new Divergence(tick, onlyFirst, onlySecond, sides);
    }

    private static Optional<Sides> sides(SpikeId at, Side first, Side second) {
        Optional<PotentialParts> one = first.parts(at);
        Optional<PotentialParts> other = second.parts(at);
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        double sizes = one.get().size() + other.get().size();
        List<PartPair> differing = PartPair.of(first.network(), one.get(), second.network(), other.get()).stream()
                .filter(pair -> pair.differs(sizes))
                .sorted(Comparator.comparingDouble((PartPair pair) -> Math.abs(pair.difference()))
                        .reversed())
                .toList();
        return Optional.of(new Sides(at, one.get(), other.get(), differing));
    }
}
