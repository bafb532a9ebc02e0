package ganglion.learning.eventprop.forward;

import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.EventLayer;
import ganglion.learning.eventprop.ExponentialDynamics;
import ganglion.learning.eventprop.TimedSpikes;

/**
 * Runs a layer whose synapses may each have a delay of their own: arrival after arrival, and for each neuron the time at which it is
 * going to fire if nothing else reaches it. For one use.
 */
final class SynapseLayerRun {

    private final EventLayer layer;
    private final ExponentialDynamics dynamics;
    private final ThresholdCrossing crossing;
    private final double[] potentials;
    private final double[] currents;
    private final double[] since;
    private final SoonestNeuron soonest;
    private final ArrivalQueue arrivals = new ArrivalQueue();
    private final LayerTrace trace = new LayerTrace();

    private SynapseLayerRun(EventLayer layer) {
        this.layer = layer;
        this.dynamics = layer.dynamics();
        this.crossing = new ThresholdCrossing(dynamics, layer.threshold());
        this.potentials = new double[layer.size()];
        this.currents = new double[layer.size()];
        this.since = new double[layer.size()];
        this.soonest = new SoonestNeuron(layer.size());
    }

    /** The spikes of a layer up to a time. */
    static LayerTrace run(EventLayer layer, TimedSpikes input, double duration) {
        return new SynapseLayerRun(layer).run(input, duration);
    }

    private LayerTrace run(TimedSpikes input, double duration) {
        int next = 0;
        while (true) {
            double soon = Math.min(soonest.time(), arrivals.nextTime());
            if (next < input.size() && input.time(next) <= soon) {
                arrivals.add(layer.input(), input.time(next), input.neuron(next));
                next++;
            } else if (soon > duration) {
                return trace;
            } else if (soonest.time() <= arrivals.nextTime()) {
                fire(soonest.neuron(), soonest.time());
            } else {
                arrive(arrivals.nextTime());
            }
        }
    }

    private void fire(int neuron, double time) {
        advance(neuron, time);
        trace.add(time, neuron, dynamics.slope(layer.threshold(), currents[neuron]));
        potentials[neuron] = 0;
        soonest.set(neuron, time + crossing.after(0, currents[neuron]));
        layer.recurrent().ifPresent(synapses -> arrivals.add(synapses, time, neuron));
    }

    private void arrive(double time) {
        DelayedSynapses through = arrivals.through();
        int synapse = arrivals.take();
        int neuron = synapse % through.targets();
        advance(neuron, time);
        currents[neuron] += through.weights()[synapse];
        soonest.set(neuron, time + crossing.after(potentials[neuron], currents[neuron]));
    }

    private void advance(int neuron, double time) {
        double elapsed = time - since[neuron];
        double m = dynamics.membraneDecay(elapsed);
        double s = dynamics.synapseDecay(elapsed, m);
        potentials[neuron] = potentials[neuron] * m + currents[neuron] * dynamics.gain() * (m - s);
        currents[neuron] *= s;
        since[neuron] = time;
    }
}
