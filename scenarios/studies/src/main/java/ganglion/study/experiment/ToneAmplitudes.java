package ganglion.study.experiment;

import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.study.fourier.ToneAmplitudeTask;

/**
 * An experiment that reads amplitudes of tones off a learned Fourier transform.
 *
 * @param head common to all experiments
 * @param task the training
 */
public record ToneAmplitudes(ExperimentHead head, ToneAmplitudeTask task) implements Experiment {}
