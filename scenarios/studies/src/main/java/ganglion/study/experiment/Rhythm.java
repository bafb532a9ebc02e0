package ganglion.study.experiment;

import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.study.rhythm.RhythmTask;
import java.util.List;
import java.util.OptionalDouble;

/**
 * An experiment that recognises a rhythm.
 *
 * @param head common to all experiments; its seed is the first
 * @param task the training
 * @param seeds number of trainings, each with the next seed
 * @param leastAccuracies what is expected of each further disturbance of the task; absent if nothing is
 */
public record Rhythm(ExperimentHead head, RhythmTask task, int seeds, List<OptionalDouble> leastAccuracies)
        implements Experiment {

    /** Takes a copy of the list. */
    public Rhythm {
        leastAccuracies = List.copyOf(leastAccuracies);
    }

    @Override
    public Rhythm withOneSeed() {
        return new Rhythm(head, task, 1, leastAccuracies);
    }
}
