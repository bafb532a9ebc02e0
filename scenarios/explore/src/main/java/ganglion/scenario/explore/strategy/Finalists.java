package ganglion.scenario.explore.strategy;

import java.util.List;

/**
 * Chooses the configurations that are trained with several seeds in the end: those of the front, those with most room around them first, then those of
 * the second front, and so on. With one training and few samples the leaders are partly lucky. Several seeds may show that another one is better.
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
