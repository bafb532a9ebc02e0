/**
 * What a trained model is worth: its accuracy, or the macro F1 of detectors, on {@linkplain ganglion.scenario.experiment.robustness.RobustnessFigures disturbed}
 * samples, and beside it that of a {@linkplain ganglion.scenario.experiment.robustness.BaselineFigures naive baseline}.
 */
package ganglion.scenario.experiment.robustness;
