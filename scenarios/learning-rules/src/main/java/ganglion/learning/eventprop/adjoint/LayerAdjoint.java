package ganglion.learning.eventprop.adjoint;

import ganglion.learning.eventprop.EventLayer;
import ganglion.learning.eventprop.ExponentialDynamics;
import ganglion.learning.eventprop.SynapseGradient;
import ganglion.learning.eventprop.TimedSpikes;
import ganglion.learning.eventprop.forward.LayerTrace;
import java.util.Arrays;
import java.util.Optional;

/**
 * The adjoint pass over the spikes of a layer, from the last to the first. At a spike at time t, on which the loss depends with a
 * derivative g through everything that the spike reaches, the adjoints {@code v} of the potential and {@code i} of the current change from
 * their values just after it to
 *
 * <pre>
 * v before = (v after * slope after - g) / slope before          i before = i after
 * </pre>
 *
 * with the slopes of the potential: it is zero after the spike, and the spike comes by 1 / slope before sooner if the potential is raised.
 */
final class LayerAdjoint {

    private LayerAdjoint() {}

    /**
     * The adjoints of a layer.
     *
     * @param bySpike derivatives of the loss by the time of each spike, without those through recurrent synapses
     * @param leastSlope in thresholds per time constant of the membrane; a smaller slope at a spike counts as this
     * @param jumps what is added to the adjoint of the potential at each spike of a neuron
     * @param recurrentGradient to which gradients of recurrent synapses are added
     */
    static AdjointTrace of(
            EventLayer layer,
            LayerTrace trace,
            double duration,
            double leastSlope,
            double[] bySpike,
            double[] jumps,
            Optional<SynapseGradient> recurrentGradient) {
        ExponentialDynamics dynamics = layer.dynamics();
        TimedSpikes spikes = trace.spikes();
        AdjointTrace adjoint =
                new AdjointTrace(dynamics, spikes.copyOfTimes(), spikes.copyOfNeurons(), new double[layer.size()]);
        Optional<SourcePull> recurrent = layer.recurrent()
                .map(synapses -> SourcePull.of(synapses, adjoint, recurrentGradient.orElseThrow(), duration, true));
        double unit = layer.threshold() / dynamics.membrane();
        int[] following = new int[layer.size()];
        Arrays.fill(following, -1);
        for (int k = spikes.size() - 1; k >= 0; k--) {
            int j = spikes.neuron(k);
            double time = spikes.time(k);
            double g = bySpike[k];
            if (recurrent.isPresent()) {
                g += recurrent.get().pull(time, j);
            }
            double before = Math.max(trace.slope(k), leastSlope * unit);
            double after = before + unit;
            double potential = 0;
            double current = 0;
            if (following[j] >= 0) {
                double elapsed = spikes.time(following[j]) - time;
                double m = dynamics.membraneDecay(elapsed);
                potential = adjoint.potentialBefore(following[j], m);
                current = adjoint.currentBefore(following[j], m, dynamics.synapseDecay(elapsed, m));
            }
            adjoint.set(k, (potential * after - g) / before + jumps[j], current);
            following[j] = k;
        }
        return adjoint;
    }
}
