package ganglion.scenario.explore.strategy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The order of NSGA-II (Deb et al. 2002, doi:10.1109/4235.996017): by non-dominated front, and within a front the ones with most room around
 * them first, so that a front is kept in its whole width. Of configurations that came to exactly the same all but the first are last in their front:
 * on a processor that computes densely equal sizes take equal energy, and few samples give equal accuracies.
 */
public final class NonDominatedOrder {

    /** Room of what another one before it came to, too. */
    private static final double NONE = -1;

    private final List<TrialLosses> losses;
    private final int[] ranks;
    private final double[] rooms;

    /** @param losses of each configuration, all with as many objectives */
    public NonDominatedOrder(List<TrialLosses> losses) {
        this.losses = List.copyOf(losses);
        this.ranks = new int[losses.size()];
        this.rooms = new double[losses.size()];
        rank();
    }

    /** The front that a configuration is in: 0 for those that nothing dominates, 1 for those that nothing does once these are taken away, ... */
    public int rank(int index) {
        return ranks[index];
    }

    /** Whether one before it in the same front came to exactly the same. */
    public boolean isRepeated(int index) {
        return rooms[index] == NONE;
    }

    /** Crowding distance within the front: the sides of the box between the two neighbours, infinite at the ends; -1 of repeated ones. */
    public double room(int index) {
        return rooms[index];
    }

    /** All configurations, the best first; equal ones in their own order. */
    public List<Integer> order() {
        return IntStream.range(0, losses.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> ranks[i])
                        .thenComparing(i -> rooms[i], Comparator.reverseOrder())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** The first of all, at most {@code most}. Of several with equal losses only one is among them. */
    public List<Integer> first(int most) {
        return order().stream().filter(i -> !isRepeated(i)).limit(most).toList();
    }

    private void rank() {
        Arrays.fill(ranks, -1);
        int left = losses.size();
        for (int front = 0; left > 0; front++) {
            List<Integer> members = members();
            for (int member : members) {
                ranks[member] = front;
            }
            measure(members);
            left -= members.size();
        }
    }

    /** Those without a rank that none of those without a rank dominates. */
    private List<Integer> members() {
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < ranks.length; i++) {
            if (ranks[i] < 0 && isFree(i)) {
                members.add(i);
            }
        }
        return members;
    }

    private boolean isFree(int index) {
        for (int i = 0; i < ranks.length; i++) {
            if (ranks[i] < 0 && losses.get(i).dominates(losses.get(index))) {
                return false;
            }
        }
        return true;
    }

    private void measure(List<Integer> members) {
        Set<List<Double>> seen = new HashSet<>();
        List<Integer> front = new ArrayList<>();
        for (int member : members) {
            double[] values = losses.get(member).values();
            if (seen.add(DoubleStream.of(values).boxed().toList())) {
                front.add(member);
            } else {
                rooms[member] = NONE;
            }
        }
        int objectives = losses.get(front.get(0)).values().length;
        for (int objective = 0; objective < objectives; objective++) {
            int o = objective;
            List<Integer> sorted = front.stream()
                    .sorted(Comparator.<Integer>comparingDouble(
                                    i -> losses.get(i).values()[o])
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
            double low = losses.get(sorted.get(0)).values()[o];
            double high = losses.get(sorted.get(sorted.size() - 1)).values()[o];
            rooms[sorted.get(0)] = Double.POSITIVE_INFINITY;
            rooms[sorted.get(sorted.size() - 1)] = Double.POSITIVE_INFINITY;
            for (int k = 1; k < sorted.size() - 1 && high > low && Double.isFinite(high); k++) {
                double before = losses.get(sorted.get(k - 1)).values()[o];
                double after = losses.get(sorted.get(k + 1)).values()[o];
                rooms[sorted.get(k)] += (after - before) / (high - low);
            }
        }
    }
}
