/**
 * Tries trained models on samples: {@link ganglion.scenario.experiment.trial.TrialRequest} says under which conditions, {@link
 * ganglion.scenario.experiment.trial.TrialData} on which samples, and {@link ganglion.scenario.experiment.trial.Trials} runs one
 * trial per condition.
 */
package ganglion.scenario.experiment.trial;
