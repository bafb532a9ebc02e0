/**
 * The training loop: {@link ganglion.learning.train.Trainer} runs an {@link ganglion.learning.train.TrainingPlan} on data sets, epoch by
 * epoch, and reports, judges, stops and keeps the best.
 *
 * <p>Everything random is a function of the seed and of a position (epoch, batch, sample), so that a run that was interrupted
 * and resumed ends with the same model as one that was not.
 */
package ganglion.learning.train;
