package ganglion.study.experiment;

import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.study.fourier.FourierTransformTask;

/**
 * Learning the Fourier transform.
 *
 * @param head what all experiments have
 * @param task what to do
 */
public record FourierTransform(ExperimentHead head, FourierTransformTask task) implements Experiment {}
