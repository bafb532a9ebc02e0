package ganglion.scenario.explore;

import ganglion.scenario.explore.cascade.CascadeFindings;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a search found.
 *
 * @param search what was asked
 * @param trials in the order in which they were proposed
 * @param reference networks made by hand, on each device that can compute them, trained with all seeds: first that of the experiment as it is, then
 *     those of the experiments that it is compared with
 * @param misfits where an experiment that is compared with cannot be computed
 * @param points networks that were trained with all seeds, by device
 * @param importance of each dimension, as the share of the variance that its values explain alone, by objective
 * @param cascades pairs of networks, of which one wakes the other; absent if they were not asked for, or the search was stopped
 * @param classes names of the classes, by number
 * @param samples sizes of the training, validation and test set
 * @param complete whether the budget was used up, or the space; false if the search was stopped
 * @param elapsedSeconds time that it took, resumed parts included; not reproducible
 */
public record Exploration(
        Search search,
        List<TrialRecord> trials,
        List<FrontPoint> reference,
        List<Misfit> misfits,
        List<FrontPoint> points,
        List<Importance> importance,
        Optional<CascadeFindings> cascades,
        List<String> classes,
        List<Integer> samples,
        boolean complete,
        double elapsedSeconds) {

    /** Takes copies of the lists. */
    public Exploration {
        trials = List.copyOf(trials);
        reference = List.copyOf(reference);
        misfits = List.copyOf(misfits);
        points = List.copyOf(points);
        importance = List.copyOf(importance);
        classes = List.copyOf(classes);
        samples = List.copyOf(samples);
    }

    /**
     * The network made by hand that is to beat on a device: the most accurate one, by its mean over the seeds in validation; of equal ones that which
     * takes less energy there. Absent if the device can compute none.
     */
    public Optional<FrontPoint> toBeat(String profile) {
        return reference.stream()
                .filter(point -> point.profile().equals(profile))
                .min(Comparator.comparingInt((FrontPoint point) -> -point.validated())
                        .thenComparingDouble(FrontPoint::validationJoules));
    }

    /** The objectives whose limits a point misses, by its means over the seeds in validation; empty if it keeps them all. */
    public List<SearchObjective> missed(FrontPoint point) {
        return search.wishes().stream()
                .filter(wish -> wish.excess(point.validation(wish.objective())) > 0)
                .map(Wish::objective)
                .toList();
    }

    /**
     * An experiment that is compared with, on a device that cannot compute it.
     *
     * @param experiment as the document of the search names it
     * @param profile the device
     * @param problems why not, human-readable
     */
    public record Misfit(String experiment, String profile, List<String> problems) {}

    /**
     * How much one dimension matters.
     *
     * @param dimension its name
     * @param profile the device
     * @param objective what it matters for
     * @param trials trials that it was computed from
     * @param share of the variance over the trials that differences between the values of this dimension explain, 0 to 1 (the correlation ratio;
     *     ranges are cut into four parts)
     * @param means mean of the objective for each value or part, by its text
     */
    public record Importance(
            String dimension,
            String profile,
            SearchObjective objective,
            int trials,
            double share,
            Map<String, Double> means) {}
}
