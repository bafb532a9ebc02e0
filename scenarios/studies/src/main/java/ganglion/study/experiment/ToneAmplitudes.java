package ganglion.study.experiment;

import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.study.fourier.ToneAmplitudeTask;

/**
 * Reading amplitudes of tones off a learned Fourier transform.
 *
 * @param head what all experiments have
 * @param task what to do
 */
public record ToneAmplitudes(ExperimentHead head, ToneAmplitudeTask task) implements Experiment {}
