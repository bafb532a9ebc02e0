package ganglion.learning.eventprop.forward;

import ganglion.learning.eventprop.ExponentialDynamics;
import java.util.Arrays;

/**
 * Potentials {@code P m - c G s} and currents {@code G s} of neurons that a spike reaches all at one time, with {@code m} and {@code s} the
 * exponentials since a common reference time: a row of weights changes them by two products, and nothing has to decay. Not thread safe.
 */
final class RowState {

    private final ExponentialDynamics dynamics;
    private final double gain;
    private final double[] membrane;
    private final double[] synapse;
    private final double[] arrived;
    private double reference;
    private double now;
    private double m = 1;
    private double s = 1;

    RowState(ExponentialDynamics dynamics, int size) {
        this.dynamics = dynamics;
        this.gain = dynamics.gain();
        this.membrane = new double[size];
        this.synapse = new double[size];
        this.arrived = new double[size];
    }

    double now() {
        return now;
    }

    int size() {
        return membrane.length;
    }

    void moveTo(double time) {
        if (time == now) {
            return;
        }
        now = time;
        m = dynamics.membraneDecay(time - reference);
        s = dynamics.synapseDecay(time - reference);
        if (time - reference > dynamics.rangeOfExponents()) {
            rebase();
        }
    }

    private void rebase() {
        for (int j = 0; j < membrane.length; j++) {
            membrane[j] *= m;
            synapse[j] *= s;
        }
        reference = now;
        m = 1;
        s = 1;
    }

    /** Adds the weights from a source to what arrives now. */
    void collect(double[] weights, int row) {
        for (int j = 0; j < arrived.length; j++) {
            arrived[j] += weights[row + j];
        }
    }

    /** Lets arrive what was collected. */
    void apply() {
        double toMembrane = gain / m;
        double toSynapse = 1 / s;
        for (int j = 0; j < membrane.length; j++) {
            membrane[j] += arrived[j] * toMembrane;
            synapse[j] += arrived[j] * toSynapse;
        }
        Arrays.fill(arrived, 0);
    }

    double potential(int neuron) {
        return membrane[neuron] * m - gain * synapse[neuron] * s;
    }

    double current(int neuron) {
        return synapse[neuron] * s;
    }

    /** Sets the potential of a neuron to zero, now. */
    void reset(int neuron) {
        membrane[neuron] = gain * synapse[neuron] * s / m;
    }

    /** The first neuron from a given one whose potential will be at or above a value at a time; the size if there is none. */
    int firstAbove(int from, double value, double time) {
        double toMembrane = dynamics.membraneDecay(time - reference);
        double toSynapse = gain * dynamics.synapseDecay(time - reference);
        for (int j = from; j < membrane.length; j++) {
            if (membrane[j] * toMembrane - synapse[j] * toSynapse >= value) {
                return j;
            }
        }
        return membrane.length;
    }
}
