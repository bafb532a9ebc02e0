package ganglion.scenario.explore.strategy;

import java.util.List;

/**
 * Which configurations are looked at more closely in the end: those of the front, those with most room around them first, and then those of the
 * fronts behind it. Losses that were measured once, on few samples, flatter whoever leads: several training seeds may put one from behind in front.
 */
public final class Finalists {

    private Finalists() {}

    /**
     * Chooses some.
     *
     * @param losses of all configurations
     * @param most number of them at most
     * @return their positions, the first choice first; of those that came to exactly the same only one
     */
    public static List<Integer> of(List<TrialLosses> losses, int most) {
        NonDominatedOrder sorted = new NonDominatedOrder(losses);
        return sorted.order().stream()
                .filter(i -> !sorted.isRepeated(i))
                .limit(most)
                .toList();
    }
}
