package ganglion.learning.eventprop.adjoint;

import ganglion.learning.eventprop.ExponentialDynamics;

/**
 * Adjoints of the neurons of a layer: the derivatives of the loss by potential and current. They change only backwards in time, in closed
 * form, between the points that are kept here: one per spike (just before it), or for an integrator the end of what is read of it.
 */
final class AdjointTrace {

    private final ExponentialDynamics dynamics;

    /** Times of the points, ascending. */
    private final double[] times;

    private final int[] neurons;
    private final double[] potentials;
    private final double[] currents;

    /** What the adjoint of a potential tends to backwards in time: 0, but for an integrator whose mean is read. */
    private final double[] limits;

    AdjointTrace(ExponentialDynamics dynamics, double[] times, int[] neurons, double[] limits) {
        this.dynamics = dynamics;
        this.times = times;
        this.neurons = neurons;
        this.limits = limits;
        this.potentials = new double[times.length];
        this.currents = new double[times.length];
    }

    ExponentialDynamics dynamics() {
        return dynamics;
    }

    int points() {
        return times.length;
    }

    int size() {
        return limits.length;
    }

    double time(int point) {
        return times[point];
    }

    int neuron(int point) {
        return neurons[point];
    }

    /** What the adjoint of the potential of a neuron tends to backwards in time. */
    double limit(int neuron) {
        return limits[neuron];
    }

    /** What the adjoint of its current tends to. */
    double currentLimit(int neuron) {
        return limits[neuron] * dynamics.synapse() / dynamics.membrane();
    }

    /** Adjoint of the potential at a point. */
    double potential(int point) {
        return potentials[point];
    }

    /** Adjoint of the current at a point. */
    double current(int point) {
        return currents[point];
    }

    void set(int point, double potential, double current) {
        potentials[point] = potential;
        currents[point] = current;
    }

    /**
     * Adjoint of the potential some time before a point.
     *
     * @param m what the time leaves of a potential
     */
    double potentialBefore(int point, double m) {
        double limit = limits[neurons[point]];
        return limit + (potentials[point] - limit) * m;
    }

    /**
     * Adjoint of the current some time before a point.
     *
     * @param m what the time leaves of a potential
     * @param s what it leaves of a current
     */
    double currentBefore(int point, double m, double s) {
        double limit = currentLimit(neurons[point]);
        double potential = potentials[point] - limits[neurons[point]];
        return limit + (currents[point] - limit) * s + dynamics.gain() * (m - s) * potential;
    }
}
