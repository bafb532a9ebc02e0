package ganglion.study.experiment;

import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.study.rhythm.RhythmTask;

/**
 * An experiment that recognises a rhythm.
 *
 * @param head common to all experiments; its seed is the first
 * @param task the training
 * @param seeds number of trainings, each with the next seed
 */
public record Rhythm(ExperimentHead head, RhythmTask task, int seeds) implements Experiment {}
