package ganglion.learning.eventprop.forward;

import ganglion.learning.eventprop.ExponentialDynamics;
import java.util.Arrays;

/** The highest potentials of integrators so far, at least 0, and when they were reached. */
final class Maxima {

    private final ExponentialDynamics dynamics;
    private final double[] values;
    private final double[] times;
    private final int[] spikes;
    private final double[] slopes;

    Maxima(ExponentialDynamics dynamics, int size) {
        this.dynamics = dynamics;
        this.values = new double[size];
        this.times = new double[size];
        this.spikes = new int[size];
        this.slopes = new double[size];
        Arrays.fill(spikes, -1);
    }

    /** Whether a potential may get above its highest so far, which none does by a current below that. */
    boolean mayBePassed(int j, double current) {
        return current > values[j];
    }

    /**
     * Looks at a potential from one event to the next.
     *
     * @param spike number of the spike that arrives at the end, or -1
     */
    void look(int j, double since, double until, double potential, double current, int spike) {
        // A potential rises only while the current exceeds it, and never above that current.
        if (current <= potential || !mayBePassed(j, current)) {
            return;
        }
        double elapsed = until - since;
        double peak = dynamics.peak(potential, current);
        boolean ended = elapsed <= peak;
        double time = ended ? elapsed : peak;
        double m = dynamics.membraneDecay(time);
        double s = dynamics.synapseDecay(time, m);
        double highest = potential * m + current * dynamics.gain() * (m - s);
        if (highest > values[j]) {
            values[j] = highest;
            times[j] = ended ? until : since + peak;
            spikes[j] = ended ? spike : -1;
            slopes[j] = dynamics.slope(highest, current * s);
        }
    }

    ReadOutTrace trace() {
        return new ReadOutTrace(values, times, spikes, slopes);
    }

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
                ExponentialDynamics dynamics,
                double[] weights,
                double[] potentials,
                double[] currents,
                double duration) {
            double[] values = new double[weights.length];
            Arrays.setAll(
                    values,
                    j -> (dynamics.synapse() * (weights[j] - currents[j]) - dynamics.membrane() * potentials[j])
                            / duration);
            return new ReadOutTrace(
                    values, new double[values.length], new int[values.length], new double[values.length]);
        }
    }
}
