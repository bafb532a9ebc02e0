package ganglion.learning.eventprop.adjoint;

import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.ExponentialDynamics;
import ganglion.learning.eventprop.SynapseGradient;

/**
 * Pulls through all synapses of a source at once, which share a delay; the fast twin of {@link SynapsePull}. The adjoints of all targets
 * are {@code Q m + U} (potential) and {@code S s + c Q m + U synapse / membrane} (current), with {@code m} and {@code s} the exponentials of the time back
 * from a common reference, so that only points change Q and S.
 */
final class RowPull implements SourcePull {

    private final DelayedSynapses synapses;
    private final AdjointTrace targets;
    private final SynapseGradient gradient;
    private final double duration;
    private final double gain;
    private final double[] membrane;
    private final double[] synapse;
    private final double[] limits;
    private double reference = Double.POSITIVE_INFINITY;
    private int next;

    RowPull(DelayedSynapses synapses, AdjointTrace targets, SynapseGradient gradient, double duration) {
        this.synapses = synapses;
        this.targets = targets;
        this.gradient = gradient;
        this.duration = duration;
        this.gain = targets.dynamics().gain();
        this.membrane = new double[targets.size()];
        this.synapse = new double[targets.size()];
        this.limits = new double[targets.size()];
        this.next = targets.points() - 1;
    }

    @Override
    public double pull(double time, int source) {
        double arrival = time + synapses.delay(0);
        if (arrival > duration) {
            return 0;
        }
        moveTo(arrival);
        if (reference == Double.POSITIVE_INFINITY) {
            return 0;
        }
        ExponentialDynamics dynamics = targets.dynamics();
        double m = dynamics.membraneDecay(reference - arrival);
        double s = dynamics.synapseDecay(reference - arrival);
        int row = source * membrane.length;
        addToWeights(row, gain * m, s);
        double byArrival =
                byArrival(row, m * (gain / dynamics.synapse() - 1 / dynamics.membrane()), s / dynamics.synapse());
        gradient.delays()[0] += byArrival;
        return byArrival;
    }

    private void addToWeights(int row, double ofMembrane, double ofSynapse) {
        double[] weights = gradient.weights();
        for (int j = 0; j < membrane.length; j++) {
            weights[row + j] += membrane[j] * ofMembrane + synapse[j] * ofSynapse + limits[j];
        }
    }

    /** The limits of both adjoints cancel. */
    private double byArrival(int row, double ofMembrane, double ofSynapse) {
        double[] weights = synapses.weights();
        double sum = 0;
        for (int j = 0; j < membrane.length; j++) {
            sum += weights[row + j] * (membrane[j] * ofMembrane + synapse[j] * ofSynapse);
        }
        return sum;
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
            double potential = targets.potential(next) - targets.limit(j);
            limits[j] = targets.currentLimit(j);
            membrane[j] = potential / dynamics.membraneDecay(reference - at);
            synapse[j] = (targets.current(next) - limits[j] - gain * potential) / dynamics.synapseDecay(reference - at);
            next--;
        }
        if (reference - time > dynamics.rangeOfExponents() && reference < Double.POSITIVE_INFINITY) {
            rebase(time);
        }
    }

    private void rebase(double time) {
        if (reference < Double.POSITIVE_INFINITY) {
            double m = targets.dynamics().membraneDecay(reference - time);
            double s = targets.dynamics().synapseDecay(reference - time);
            for (int j = 0; j < membrane.length; j++) {
                membrane[j] *= m;
                synapse[j] *= s;
            }
        }
        reference = time;
    }
}
