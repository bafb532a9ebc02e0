package ganglion.scenario.experiment;

import ganglion.learning.surrogate.Surrogate;

/**
 * How the front end of an experiment learns together with its network: peaks and widths of its bands and, where the input is
 * spikes, decay and threshold of its encoder.
 *
 * @param learningRate change per step, of about the size that steps of the optimiser have, of the logarithms of the gaps between
 *     peaks and of the widths of bands; more than 0
 * @param surrogate stand-in for the derivative of a spike of the encoder
 */
public record EarLearning(double learningRate, Surrogate surrogate) {}
