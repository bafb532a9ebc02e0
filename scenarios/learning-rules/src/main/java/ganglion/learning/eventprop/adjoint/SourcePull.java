package ganglion.learning.eventprop.adjoint;

import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.ExponentialDynamics;

/**
 * Takes derivatives back through all synapses of a source at once, from the adjoints of their targets to weights and the time of a source's
 * spike. The adjoints of all targets are {@code Q m + U} (potential) and {@code S s + c Q m + U synapse / membrane} (current), with
 * {@code m} and {@code s} the exponentials of the time back from a common reference, so that only points change Q and S.
 */
final class SourcePull {

    private final DelayedSynapses synapses;
    private final AdjointTrace targets;
    private final double[] gradient;
    private final double duration;
    private final boolean times;
    private final double gain;
    private final double[] membrane;
    private final double[] synapse;
    private final double[] limits;
    private double reference = Double.POSITIVE_INFINITY;
    private int next;

    /** Derivatives by the weight of, and for a weight of 1 by the time of, an arrival at the present time. */
    private final double[] byWeight;

    private final double[] byTime;

    /** A row: Java's compiler makes vector instructions of a loop over it, but not of one over a part of a larger array. */
    private final double[] copy;

    private double present = Double.NaN;

    /**
     * For synapses to a layer whose adjoints are, or become while spikes are pulled, those of a trace.
     *
     * @param gradient by the weights, to which is added
     * @param times whether derivatives by times are wanted; else they are 0
     */
    SourcePull(DelayedSynapses synapses, AdjointTrace targets, double[] gradient, double duration, boolean times) {
        this.synapses = synapses;
        this.targets = targets;
        this.gradient = gradient;
        this.duration = duration;
        this.times = times;
        this.gain = targets.dynamics().gain();
        this.membrane = new double[targets.size()];
        this.synapse = new double[targets.size()];
        this.limits = new double[targets.size()];
        this.byWeight = new double[targets.size()];
        this.byTime = new double[targets.size()];
        this.copy = new double[targets.size()];
        this.next = targets.points() - 1;
    }

    /**
     * Takes derivatives back for one spike, and adds those by weights to the gradient.
     *
     * @param time of the spike; spikes come latest first
     * @return derivative of the loss by the time of the spike
     */
    double pull(double time, int source) {
        double arrival = time + synapses.delay();
        if (arrival > duration) {
            return 0;
        }
        if (arrival != present) {
            moveTo(arrival);
            evaluate(arrival);
        }
        if (reference == Double.POSITIVE_INFINITY) {
            return 0;
        }
        int row = source * byWeight.length;
        addToWeights(gradient, row);
        return times ? byArrival(synapses.weights(), row) : 0;
    }

    private void evaluate(double arrival) {
        present = arrival;
        if (reference == Double.POSITIVE_INFINITY) {
            return;
        }
        ExponentialDynamics dynamics = targets.dynamics();
        double m = dynamics.membraneDecay(reference - arrival);
        double s = dynamics.synapseDecay(reference - arrival, m);
        double gainNow = gain * m;
        for (int j = 0; j < byWeight.length; j++) {
            byWeight[j] = membrane[j] * gainNow + synapse[j] * s + limits[j];
        }
        // The limits of both adjoints cancel.
        double ofMembrane = m * (gain / dynamics.synapse() - 1 / dynamics.membrane());
        double ofSynapse = s / dynamics.synapse();
        for (int j = 0; times && j < byTime.length; j++) {
            byTime[j] = membrane[j] * ofMembrane + synapse[j] * ofSynapse;
        }
    }

    private void addToWeights(double[] weights, int row) {
        System.arraycopy(weights, row, copy, 0, copy.length);
        for (int j = 0; j < byWeight.length; j++) {
            copy[j] += byWeight[j];
        }
        System.arraycopy(copy, 0, weights, row, copy.length);
    }

    /** Four sums, because each addition of a single one would wait for the one before. */
    private double byArrival(double[] weights, int row) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int j = 0;
        for (; j + 3 < byTime.length; j += 4) {
            a += weights[row + j] * byTime[j];
            b += weights[row + j + 1] * byTime[j + 1];
            c += weights[row + j + 2] * byTime[j + 2];
            d += weights[row + j + 3] * byTime[j + 3];
        }
        for (; j < byTime.length; j++) {
            a += weights[row + j] * byTime[j];
        }
        return a + b + (c + d);
    }

    /** Goes back over all points after a time. */
    private void moveTo(double time) {
        ExponentialDynamics dynamics = targets.dynamics();
        while (next >= 0 && targets.time(next) > time) {
            double at = targets.time(next);
            if (!(reference - at < dynamics.rangeOfExponents())) {
                rebase(at);
            }
            int j = targets.neuron(next);
            limits[j] = targets.currentLimit(j);
            double potential = targets.potential(next) - targets.limit(j);
            double m = dynamics.membraneDecay(reference - at);
            membrane[j] = potential / m;
            synapse[j] =
                    (targets.current(next) - limits[j] - gain * potential) / dynamics.synapseDecay(reference - at, m);
            next--;
        }
        if (reference - time > dynamics.rangeOfExponents() && reference < Double.POSITIVE_INFINITY) {
            rebase(time);
        }
    }

    private void rebase(double time) {
        if (reference < Double.POSITIVE_INFINITY) {
            double m = targets.dynamics().membraneDecay(reference - time);
            double s = targets.dynamics().synapseDecay(reference - time, m);
            for (int j = 0; j < membrane.length; j++) {
                membrane[j] *= m;
                synapse[j] *= s;
            }
        }
        reference = time;
    }
}
