package ganglion.learning.engine;

import ganglion.learning.loss.Loss;

/**
 * What an evaluation is to report.
 *
 * @param loss whose value to report
 * @param readOut how to tell the class
 */
public record EvaluationStep(Loss loss, ReadOut readOut) {}
