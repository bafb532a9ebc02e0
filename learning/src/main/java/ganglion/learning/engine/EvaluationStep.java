package ganglion.learning.engine;

import ganglion.learning.loss.Loss;

/**
 * What an evaluation reports.
 *
 * @param loss whose value to report
 * @param readOut how the class is read from the outputs
 */
public record EvaluationStep(Loss loss, ReadOut readOut) {}
