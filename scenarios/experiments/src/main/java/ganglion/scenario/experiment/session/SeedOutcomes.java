package ganglion.scenario.experiment.session;

import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.run.SeedStatistics;
import java.util.List;

/**
 * What the seeds of an experiment gave.
 *
 * @param each the outcome of each seed that was trained, in the order of the seeds; at least one
 * @param together the outcome of all of them: statistics and the best model, or of the only seed its outcome
 * @param several whether the experiment asks for several seeds
 */
public record SeedOutcomes(List<TrainingOutcome> each, TrainingOutcome together, boolean several) {

    /** Takes a copy of the list. */
    public SeedOutcomes {
        each = List.copyOf(each);
    }

    /** @param asked number of seeds that the experiment asks for */
    static SeedOutcomes of(List<TrainingOutcome> each, int asked) {
        TrainingOutcome together = asked == 1 ? each.get(0) : SeedStatistics.of(each, each.size() == asked);
        return new SeedOutcomes(each, together, asked > 1);
    }
}
