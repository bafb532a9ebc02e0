/**
 * Evaluates saved models on samples: {@link ganglion.scenario.experiment.trial.TrialRequest} gives the conditions, {@link
 * ganglion.scenario.experiment.trial.TrialData} the samples, and {@link ganglion.scenario.experiment.trial.Trials} runs one
 * trial per condition.
 */
package ganglion.scenario.experiment.trial;
