package ganglion.learning.eventprop.forward;

import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.EventLayer;
import ganglion.learning.eventprop.ExponentialDynamics;
import ganglion.learning.eventprop.TimedSpikes;
import java.util.Optional;

/** Runs a layer each of whose connections has one delay, row after row of weights; the fast twin of {@link SynapseLayerRun}. For one use. */
final class RowLayerRun {

    /** Rounding must not hide a neuron that reaches the threshold. */
    private static final double SLACK = 1e-9;

    private final EventLayer layer;
    private final ExponentialDynamics dynamics;
    private final ThresholdCrossing crossing;
    private final RowState state;
    private final LayerTrace trace = new LayerTrace();
    private final Optional<DelayedSynapses> recurrent;
    private int recurrentNext;

    private RowLayerRun(EventLayer layer) {
        this.layer = layer;
        this.dynamics = layer.dynamics();
        this.crossing = new ThresholdCrossing(dynamics, layer.threshold());
        this.state = new RowState(dynamics, layer.size());
        this.recurrent = layer.recurrent();
    }

    /** The spikes of a layer up to a time. */
    static LayerTrace run(EventLayer layer, TimedSpikes input, double duration) {
        return new RowLayerRun(layer).run(input, duration);
    }

    private LayerTrace run(TimedSpikes input, double duration) {
        double delay = layer.input().delay(0);
        int next = 0;
        while (true) {
            double fromInput = next < input.size() ? input.time(next) + delay : Double.POSITIVE_INFINITY;
            double until = Math.min(duration, Math.min(fromInput, recurrentTime()));
            if (until > state.now() && fireUntil(until)) {
                continue;
            }
            state.moveTo(until);
            if (fromInput == until) {
                state.add(layer.input().weights(), input.neuron(next++) * layer.size());
            } else if (recurrentTime() == until) {
                int source = trace.spikes().neuron(recurrentNext++);
                state.add(recurrent.orElseThrow().weights(), source * layer.size());
            } else {
                return trace;
            }
        }
    }

    private double recurrentTime() {
        return recurrent.isEmpty() || recurrentNext == trace.spikes().size()
                ? Double.POSITIVE_INFINITY
                : trace.spikes().time(recurrentNext) + recurrent.get().delay(0);
    }

    /** Lets the neuron fire that does so first before or at a time; false if none does. */
    private boolean fireUntil(double until) {
        // A potential that reached the threshold since now has not fallen further than the leak would take it.
        double least = layer.threshold() * dynamics.membraneDecay(until - state.now()) * (1 - SLACK);
        double earliest = Double.POSITIVE_INFINITY;
        int first = -1;
        for (int j = state.firstAbove(0, least, until); j < state.size(); j = state.firstAbove(j + 1, least, until)) {
            double time = state.now() + crossing.after(state.potential(j), state.current(j));
            if (time <= until && time < earliest) {
                earliest = time;
                first = j;
            }
        }
        if (first < 0) {
            return false;
        }
        state.moveTo(earliest);
        trace.add(earliest, first, dynamics.slope(layer.threshold(), state.current(first)));
        state.reset(first);
        return true;
    }
}
