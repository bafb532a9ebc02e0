package ganglion.learning.eventprop.forward;

import ganglion.learning.eventprop.ExponentialDynamics;
import java.util.Arrays;

/**
 * What was read from integrators for a sample.
 *
 * @param values one per integrator
 * @param times when each had its highest potential; not used for a mean
 * @param spikes position of the spike that ended the rise to the highest potential, which so moves with its arrival; -1 if the
 *     potential peaked by itself or at the end of the sample
 * @param slopes of the potentials at the arrivals of these spikes
 */
record ReadOutTrace(double[] values, double[] times, int[] spikes, double[] slopes) {

    /**
     * Means over time, from the integrals of both equations over the sample: what came in less what is left.
     *
     * @param weights sum of the weights that arrived at each integrator
     * @param potentials at the end
     * @param currents at the end
     */
    static ReadOutTrace mean(
            ExponentialDynamics dynamics, double[] weights, double[] potentials, double[] currents, double duration) {
        double[] values = new double[weights.length];
        Arrays.setAll(
                values,
                j -> (dynamics.synapse() * (weights[j] - currents[j]) - dynamics.membrane() * potentials[j])
                        / duration);
        return new ReadOutTrace(values, new double[values.length], new int[values.length], new double[values.length]);
    }
}
