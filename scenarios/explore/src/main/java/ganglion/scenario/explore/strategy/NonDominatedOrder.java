package ganglion.scenario.explore.strategy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The order of NSGA-II (Deb et al. 2002, doi:10.1109/4235.996017): by non-dominated front, and within a front the ones with most room around
 * them first, so that a front is kept in its whole width.
 */
public final class NonDominatedOrder {

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

    /** Crowding distance within the front: the sides of the box between the two neighbours, infinite at the ends. */
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

    private void measure(List<Integer> front) {
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
            for (int k = 1; k < sorted.size() - 1 && high > low; k++) {
                double before = losses.get(sorted.get(k - 1)).values()[o];
                double after = losses.get(sorted.get(k + 1)).values()[o];
                rooms[sorted.get(k)] += (after - before) / (high - low);
            }
        }
    }
}
