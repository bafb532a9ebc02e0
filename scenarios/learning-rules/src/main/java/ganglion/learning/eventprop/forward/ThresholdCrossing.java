package ganglion.learning.eventprop.forward;

import ganglion.learning.eventprop.ExponentialDynamics;

/**
 * When a potential reaches the threshold without further input: in closed form if the membrane's time constant is twice the synapse's,
 * as the potential then is a quadratic function of {@code exp(-t / membrane)}; else by Newton's method, guarded by a bracket between now
 * and the peak, in which the potential rises.
 */
final class ThresholdCrossing {

    /** Newton and bisection together halve the bracket or double the digits; far fewer are needed. */
    private static final int ITERATIONS = 200;

    /** Rounding must not hide a crossing at the very limit. */
    private static final double SLACK = 1e-9;

    private final ExponentialDynamics dynamics;
    private final double threshold;
    private final boolean quadratic;
    private final double gain;

    ThresholdCrossing(ExponentialDynamics dynamics, double threshold) {
        this.dynamics = dynamics;
        this.threshold = threshold;
        this.quadratic = dynamics.isQuadratic();
        this.gain = dynamics.gain();
    }

    /**
     * The time from now on, if it is not beyond a limit; else it may be called infinite, which saves its logarithm.
     *
     * @param left what is left of a potential at the limit, below 1
     */
    double within(double potential, double current, double left) {
        // A potential can reach the threshold from below only while the current exceeds it.
        if (current <= threshold || current <= potential) {
            return Double.POSITIVE_INFINITY;
        }
        if (potential >= threshold) {
            return 0;
        }
        return quadratic ? closedForm(potential, current, left) : bracketed(potential, current);
    }

    /** V = p u - i u^2 with u = exp(-t / membrane): the larger root, because u falls from 1. */
    private double closedForm(double potential, double current, double left) {
        double p = potential + current;
        double discriminant = p * p - 4 * current * threshold;
        if (discriminant < 0 || p < 0) {
            return Double.POSITIVE_INFINITY;
        }
        double u = (p + Math.sqrt(discriminant)) / (2 * current);
        if (u < left * (1 - SLACK)) {
            return Double.POSITIVE_INFINITY;
        }
        return u >= 1 ? 0 : -dynamics.membrane() * StrictMath.log(u);
    }

    private double bracketed(double potential, double current) {
        double high = dynamics.peak(potential, current);
        if (high == Double.POSITIVE_INFINITY || excess(potential, current, high) < 0) {
            return Double.POSITIVE_INFINITY;
        }
        double low = 0;
        double time = Math.min((threshold - potential) / dynamics.slope(potential, current), high / 2);
        for (int i = 0; i < ITERATIONS; i++) {
            double excess = excess(potential, current, time);
            if (excess >= 0) {
                high = time;
            } else {
                low = time;
            }
            double s = dynamics.synapseDecay(time, dynamics.membraneDecay(time));
            double next = time - excess / dynamics.slope(threshold + excess, current * s);
            if (!(next > low && next < high)) {
                next = (low + high) / 2;
            }
            if (Math.abs(next - time) <= Math.ulp(time) || next <= low || next >= high) {
                return next;
            }
            time = next;
        }
        return time;
    }

    private double excess(double potential, double current, double time) {
        double m = dynamics.membraneDecay(time);
        double s = dynamics.synapseDecay(time, m);
        return potential * m + current * gain * (m - s) - threshold;
    }
}
