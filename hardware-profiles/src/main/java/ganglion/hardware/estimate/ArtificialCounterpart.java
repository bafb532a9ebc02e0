package ganglion.hardware.estimate;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Synapses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Whether an artificial network of the same layers, run once for a decision, can stand in for a spiking network at all. It has no state: it
 * has no loops, no delays and no learning on the way, and without a decision there is no moment at which to run it once.
 */
public final class ArtificialCounterpart {

    private static final String UNKNOWN_DEVICE =
            "its profile says neither how it computes spikes nor how long it takes for multiply-accumulates";

    private ArtificialCounterpart() {}

    /**
     * Why it cannot, as half a sentence; empty if it can, with an accuracy that nobody has measured.
     *
     * @param decides whether the run of the network decides anything
     */
    public static Optional<String> reasonAgainst(Network network, boolean decides) {
        return reasonAgainst(
                decides, () -> loop(network).or(() -> plasticity(network)).or(() -> delays(network)));
    }

    /** @param state why one that runs once does not compute the same; empty if it does */
    static Optional<String> reasonAgainst(boolean decides, Supplier<Optional<String>> state) {
        return decides
                ? state.get().map(reason -> "no artificial network that runs once stands in for it: " + reason)
                : Optional.of(
                        "no artificial network stands in for it: nothing is decided, so there is no decision to run"
                                + " one for");
    }

    /** The estimate of a device that computes neither it nor spikes, or of a conventional one where there is none. */
    public static Optional<DecisionEstimate> impossible(
            HardwareProfile profile, Optional<String> reasonAgainst, double periodSeconds, Surroundings surroundings) {
        List<Computation> possible = Computation.on(profile);
        Optional<String> problem = possible.isEmpty()
                ? Optional.of(UNKNOWN_DEVICE)
                : reasonAgainst.filter(reason -> possible.contains(Computation.ARTIFICIAL));
        return problem.map(found -> DecisionEstimate.impossible(
                profile, Computation.ARTIFICIAL, List.of(found), periodSeconds, surroundings.reliability(profile)));
    }

    private static Optional<String> loop(Network network) {
        int[] open = openInputs(network);
        BitSet fed = new BitSet();
        for (int population = 0; population < open.length; population++) {
            fed.set(population, open[population] > 0);
        }
        if (fed.isEmpty()) {
            return Optional.empty();
        }
        // What is left is on a loop or behind one: going back from any of it for as many steps as there are populations
        // ends on a loop.
        int found = fed.nextSetBit(0);
        for (int step = 0; step < open.length; step++) {
            found = sources(network, found).filter(fed::get).findFirst().orElseThrow();
        }
        return Optional.of("the network is recurrent, population "
                + network.population(found).name() + " reaches itself");
    }

    /** For each population how many projections end on it, once all populations that none is left for are taken out with theirs. */
    private static int[] openInputs(Network network) {
        int count = network.populations().size();
        int[] open = new int[count];
        List<List<Integer>> targets = new ArrayList<>();
        for (int population = 0; population < count; population++) {
            targets.add(new ArrayList<>());
        }
        for (int target = 0; target < count; target++) {
            int to = target;
            sources(network, target).forEach(source -> {
                open[to]++;
                targets.get(source).add(to);
            });
        }
        Deque<Integer> closed = new ArrayDeque<>();
        for (int population = 0; population < count; population++) {
            if (open[population] == 0) {
                closed.add(population);
            }
        }
        while (!closed.isEmpty()) {
            for (int target : targets.get(closed.pop())) {
                if (--open[target] == 0) {
                    closed.add(target);
                }
            }
        }
        return open;
    }

    private static Stream<Integer> sources(Network network, int target) {
        return Arrays.stream(network.projectionsTo(target))
                .filter(projection -> network.projection(projection).synapses().count() > 0)
                .mapToObj(network::sourceOf);
    }

    private static Optional<String> plasticity(Network network) {
        return network.projections().stream()
                .filter(projection -> projection.plasticity().isPresent())
                .findFirst()
                .map(projection -> "the weights from " + projection.source() + " to " + projection.target()
                        + " change during the run");
    }

    private static Optional<String> delays(Network network) {
        for (int population = 0; population < network.populations().size(); population++) {
            int smallest = Integer.MAX_VALUE;
            int largest = 0;
            for (int projection : network.projectionsTo(population)) {
                Synapses synapses = network.projection(projection).synapses();
                smallest = Math.min(smallest, synapses.smallestDelayTicks());
                largest = Math.max(largest, synapses.largestDelayTicks());
            }
            if (smallest < largest) {
                return Optional.of("the synapses of population "
                        + network.population(population).name() + " have different delays");
            }
        }
        return Optional.empty();
    }
}
