package ganglion.learning.eventprop.forward;

import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.EventNetwork.EventLayer;
import ganglion.learning.eventprop.ExponentialDynamics;
import ganglion.learning.eventprop.TimedSpikes;
import java.util.Arrays;
import java.util.Optional;

/** Runs a layer, row after row of weights. For one use. */
final class LayerRun {

    /** Rounding must not hide a neuron that reaches the threshold. */
    private static final double SLACK = 1e-9;

    private final EventLayer layer;
    private final ExponentialDynamics dynamics;
    private final ThresholdCrossing crossing;
    private final LayerState state;
    private final DueNeurons due = new DueNeurons();
    private final LayerTrace trace = new LayerTrace();
    private final Optional<DelayedSynapses> recurrent;
    private int inputNext;
    private int recurrentNext;

    private LayerRun(EventLayer layer) {
        this.layer = layer;
        this.dynamics = layer.dynamics();
        this.crossing = new ThresholdCrossing(dynamics, layer.threshold());
        this.state = new LayerState(dynamics, layer.size());
        this.recurrent = layer.recurrent();
    }

    /** The spikes of a layer up to a time. */
    static LayerTrace run(EventLayer layer, TimedSpikes input, double duration) {
        return new LayerRun(layer).run(input, duration);
    }

    private LayerTrace run(TimedSpikes input, double duration) {
        while (true) {
            double fromInput = arrival(layer.input(), input, inputNext);
            double until = Math.min(duration, Math.min(fromInput, recurrentTime()));
            if (until > state.now()) {
                until = fireUntil(until);
                state.moveTo(until);
            }
            if (fromInput > until && recurrentTime() > until) {
                return trace;
            }
            while (arrival(layer.input(), input, inputNext) == until) {
                state.collect(layer.input().row(input.neuron(inputNext++)));
            }
            while (recurrentTime() == until) {
                int source = trace.spikes().neuron(recurrentNext++);
                state.collect(recurrent.orElseThrow().row(source));
            }
            state.apply();
        }
    }

    private double recurrentTime() {
        return recurrent.isEmpty() ? Double.POSITIVE_INFINITY : arrival(recurrent.get(), trace.spikes(), recurrentNext);
    }

    private static double arrival(DelayedSynapses through, TimedSpikes spikes, int next) {
        return next < spikes.size() ? spikes.time(next) + through.delay() : Double.POSITIVE_INFINITY;
    }

    /** Lets all neurons fire that do so up to a time, or up to the arrival of one of these spikes at the layer itself; that time. */
    private double fireUntil(double until) {
        double left = state.left(until);
        // A potential that reached the threshold since then has not fallen further than the leak would take it.
        double least = layer.threshold() * left * (1 - SLACK);
        due.clear();
        for (int j = state.firstAbove(0, least, until); j < state.size(); j = state.firstAbove(j + 1, least, until)) {
            if (!state.risesBelow(j, layer.threshold() * (1 - SLACK), until)) {
                addIfDue(j, state.potential(j), until, left);
            }
        }
        double end = until;
        while (!due.isEmpty() && due.time() <= end) {
            double time = due.time();
            int neuron = due.take();
            state.moveTo(time);
            trace.add(time, neuron, dynamics.slope(layer.threshold(), state.current(neuron)));
            state.reset(neuron);
            addIfDue(neuron, 0, until, 0);
            end = Math.min(end, recurrentTime());
        }
        return end;
    }

    private void addIfDue(int neuron, double potential, double until, double left) {
        double time = state.now() + crossing.within(potential, state.current(neuron), left);
        if (time <= until) {
            due.add(time, neuron);
        }
    }

    /** Neurons that are going to fire soon, by time and then by number. */
    private static final class DueNeurons {

        private double[] times = new double[16];
        private int[] neurons = new int[16];
        private int first;
        private int end;

        void clear() {
            first = 0;
            end = 0;
        }

        boolean isEmpty() {
            return first == end;
        }

        /** When the first fires. */
        double time() {
            return times[first];
        }

        /** Takes the first. */
        int take() {
            return neurons[first++];
        }

        void add(double time, int neuron) {
            if (end == times.length) {
                times = Arrays.copyOf(times, 2 * end);
                neurons = Arrays.copyOf(neurons, 2 * end);
            }
            int at = end++;
            while (at > first && (times[at - 1] > time || times[at - 1] == time && neurons[at - 1] > neuron)) {
                times[at] = times[at - 1];
                neurons[at] = neurons[at - 1];
                at--;
            }
            times[at] = time;
            neurons[at] = neuron;
        }
    }
}
