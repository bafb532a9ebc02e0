package ganglion.study.experiment;

import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.study.fourier.FourierTransformTask;

/**
 * An experiment that learns the Fourier transform.
 *
 * @param head common to all experiments
 * @param task the training
 */
public record FourierTransform(ExperimentHead head, FourierTransformTask task) implements Experiment {}
