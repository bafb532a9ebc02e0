package ganglion.learning.eventprop.forward;

import ganglion.learning.eventprop.ExponentialDynamics;
import java.util.Arrays;

/**
 * Potentials {@code P m - c G s} and currents {@code G s} of neurons that a spike reaches all at one time, with {@code m} and {@code s} the
 * exponentials since a common reference time: a row of weights changes them by two products, and nothing has to decay. Not thread safe.
 */
final class LayerState {

    private static final int TOGETHER = 4;

    private final ExponentialDynamics dynamics;
    private final double gain;
    private final double[] membrane;
    private final double[] synapse;
    private final double[] arrived;

    /** Rows of weights that arrive now and are not yet added: four at once take fewer reads and writes of the sum. */
    private final double[][] waiting = new double[TOGETHER][];

    private int waitingCount;
    private double reference;
    private double now;
    private double m = 1;
    private double s = 1;
    private double ahead = Double.NaN;
    private double aheadM;
    private double aheadS;

    LayerState(ExponentialDynamics dynamics, int size) {
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
        lookAhead(time);
        now = time;
        m = aheadM;
        s = aheadS;
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
        ahead = Double.NaN;
        m = 1;
        s = 1;
    }

    /** Computes the exponentials of a time to come. */
    private void lookAhead(double time) {
        if (time != ahead) {
            ahead = time;
            aheadM = dynamics.membraneDecay(time - reference);
            aheadS = dynamics.synapseDecay(time - reference, aheadM);
        }
    }

    /** What will be left at a time of a potential that is 1 now. */
    double left(double time) {
        lookAhead(time);
        return aheadM / m;
    }

    /** Adds the weights from a source to what arrives now. */
    void collect(double[] row) {
        waiting[waitingCount++] = row;
        if (waitingCount == TOGETHER) {
            addFour(waiting[0], waiting[1], waiting[2], waiting[3]);
            waitingCount = 0;
        }
    }

    private void addFour(double[] a, double[] b, double[] c, double[] d) {
        for (int j = 0; j < arrived.length; j++) {
            arrived[j] += a[j] + b[j] + (c[j] + d[j]);
        }
    }

    private void addOne(double[] row) {
        for (int j = 0; j < arrived.length; j++) {
            arrived[j] += row[j];
        }
    }

    /** Lets arrive what was collected. */
    void apply() {
        for (int i = 0; i < waitingCount; i++) {
            addOne(waiting[i]);
        }
        waitingCount = 0;
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

    /** Whether a neuron stays below a value up to a time at which it is still rising. */
    boolean risesBelow(int neuron, double value, double time) {
        lookAhead(time);
        double current = synapse[neuron] * aheadS;
        double potential = membrane[neuron] * aheadM - gain * current;
        return potential < value && current > potential;
    }

    /** The first neuron from a given one whose potential will be at or above a value at a time; the size if there is none. */
    int firstAbove(int from, double value, double time) {
        lookAhead(time);
        double toMembrane = aheadM;
        double toSynapse = gain * aheadS;
        for (int j = from; j < membrane.length; j++) {
            if (membrane[j] * toMembrane - synapse[j] * toSynapse >= value) {
                return j;
            }
        }
        return membrane.length;
    }
}
