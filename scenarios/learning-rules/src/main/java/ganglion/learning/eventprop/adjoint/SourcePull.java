package ganglion.learning.eventprop.adjoint;

import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.SynapseGradient;

/** Takes derivatives back through synapses, from the adjoints of their targets to weights, delays and the time of a source's spike. */
interface SourcePull {

    /**
     * Takes them back for one spike, and adds those by weights and delays to the gradients.
     *
     * @param time of the spike; spikes come latest first
     * @return derivative of the loss by the time of the spike
     */
    double pull(double time, int source);

    /**
     * For synapses to a layer whose adjoints are, or become while spikes are pulled, those of a trace.
     *
     * @param times whether derivatives by times and by a shared delay are wanted; else they are 0
     */
    static SourcePull of(
            DelayedSynapses synapses, AdjointTrace targets, SynapseGradient gradient, double duration, boolean times) {
        return synapses.sharesDelay()
                ? new RowPull(synapses, targets, gradient, duration, times)
                : new SynapsePull(synapses, targets, gradient, duration);
    }
}
