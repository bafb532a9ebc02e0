package ganglion.learning.eventprop.adjoint;

import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.ExponentialDynamics;
import ganglion.learning.eventprop.SynapseGradient;

/** Pulls through synapses one by one, which may each have a delay of its own. */
final class SynapsePull implements SourcePull {

    private final DelayedSynapses synapses;
    private final AdjointTrace targets;
    private final SynapseGradient gradient;
    private final double duration;

    SynapsePull(DelayedSynapses synapses, AdjointTrace targets, SynapseGradient gradient, double duration) {
        this.synapses = synapses;
        this.targets = targets;
        this.gradient = gradient;
        this.duration = duration;
    }

    @Override
    public double pull(double time, int source) {
        ExponentialDynamics dynamics = targets.dynamics();
        double byTime = 0;
        for (int j = 0; j < synapses.targets(); j++) {
            int synapse = source * synapses.targets() + j;
            double arrival = time + synapses.delay(synapse);
            int point = arrival <= duration ? targets.after(j, arrival) : -1;
            if (point < 0) {
                continue;
            }
            double before = targets.time(point) - arrival;
            double m = dynamics.membraneDecay(before);
            double current = targets.currentBefore(point, m, dynamics.synapseDecay(before, m));
            double potential = targets.potentialBefore(point, m);
            double weight = synapses.weights()[synapse];
            double byArrival = weight * (current / dynamics.synapse() - potential / dynamics.membrane());
            gradient.weights()[synapse] += current;
            gradient.delays()[synapses.sharesDelay() ? 0 : synapse] += byArrival;
            byTime += byArrival;
        }
        return byTime;
    }
}
