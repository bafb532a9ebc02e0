package ganglion.scenario.experiment;

import ganglion.learning.surrogate.Surrogate;

/**
 * How the front end of an experiment learns together with its network: peaks and widths of its bands and, where the input is
 * spikes, decay and threshold of its encoder.
 *
 * @param learningRate learning rate of the bands, that is of the logarithms of the gaps between their peaks and of their widths; at
 *     least 0
 * @param encoderLearningRate learning rate of the encoder, at least 0
 * @param surrogate stand-in for the derivative of a spike of the encoder
 */
public record EarLearning(double learningRate, double encoderLearningRate, Surrogate surrogate) {}
