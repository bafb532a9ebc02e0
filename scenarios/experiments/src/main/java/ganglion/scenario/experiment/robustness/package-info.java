/**
 * What a trained model is worth: its accuracy on {@linkplain ganglion.scenario.experiment.robustness.RobustnessFigures disturbed}
 * samples, and beside it that of a {@linkplain ganglion.scenario.experiment.robustness.BaselineFigures naive baseline}.
 */
package ganglion.scenario.experiment.robustness;
