package ganglion.learning.eventprop.forward;

/**
 * What was read from integrators for a sample.
 *
 * @param values one per integrator
 * @param times when each had its highest potential; not used for a mean
 * @param spikes position of the spike that ended the rise to the highest potential, which so moves with its arrival; -1 if the
 *     potential peaked by itself or at the end of the sample
 * @param slopes of the potentials at the arrivals of these spikes
 */
record ReadOutTrace(double[] values, double[] times, int[] spikes, double[] slopes) {}
