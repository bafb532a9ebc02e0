package ganglion.scenario.explore;

import java.util.List;
import java.util.Map;

/**
 * What a search found.
 *
 * @param search what was asked
 * @param trials in the order in which they were proposed
 * @param reference the network of the experiment as it is, on each device that can compute it, trained with all seeds
 * @param points networks that were trained with all seeds, by device
 * @param importance of each dimension, as the share of the variance that its values explain alone, by objective
 * @param classes names of the classes, by number
 * @param samples sizes of the training, validation and test set
 * @param complete whether the budget was used up, or the space; false if the search was stopped
 * @param elapsedSeconds time that it took, resumed parts included; not reproducible
 */
public record Exploration(
        Search search,
        List<TrialRecord> trials,
        List<FrontPoint> reference,
        List<FrontPoint> points,
        List<Importance> importance,
        List<String> classes,
        List<Integer> samples,
        boolean complete,
        double elapsedSeconds) {

    /** Takes copies of the lists. */
    public Exploration {
        trials = List.copyOf(trials);
        reference = List.copyOf(reference);
        points = List.copyOf(points);
        importance = List.copyOf(importance);
        classes = List.copyOf(classes);
        samples = List.copyOf(samples);
    }

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
