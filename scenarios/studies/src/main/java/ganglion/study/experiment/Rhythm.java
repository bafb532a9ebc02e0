package ganglion.study.experiment;

import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.study.rhythm.RhythmTask;

/**
 * Recognising a rhythm.
 *
 * @param head what all experiments have; its seed is the first
 * @param task what to do
 * @param seeds how often to do it, each time with the next seed
 */
public record Rhythm(ExperimentHead head, RhythmTask task, int seeds) implements Experiment {}
