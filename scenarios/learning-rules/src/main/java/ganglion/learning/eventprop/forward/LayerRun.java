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

    /**
     * When a potential reaches the threshold without further input: in closed form if the membrane's time constant is twice the synapse's,
     * as the potential then is a quadratic function of {@code exp(-t / membrane)}; else by Newton's method, guarded by a bracket between now
     * and the peak, in which the potential rises.
     */
    static final class ThresholdCrossing {

        /** Newton and bisection together halve the bracket or double the digits; far fewer are needed. */
        private static final int ITERATIONS = 200;

        /** Rounding must not hide a crossing at the very limit. */
        private static final double SLACK = 1e-9;

        private final ExponentialDynamics dynamics;
        private final double threshold;
        private final boolean quadratic;
        private final double gain;

        ThresholdCrossing(ExponentialDynamics dynamics, double threshold) {
            this.dynamics = dynamics;
            this.threshold = threshold;
            this.quadratic = dynamics.isQuadratic();
            this.gain = dynamics.gain();
        }

        /**
         * The time from now on, if it is not beyond a limit; else it may be called infinite, which saves its logarithm.
         *
         * @param left what is left of a potential at the limit, below 1
         */
        double within(double potential, double current, double left) {
            // A potential can reach the threshold from below only while the current exceeds it.
            if (current <= threshold || current <= potential) {
                return Double.POSITIVE_INFINITY;
            }
            if (potential >= threshold) {
                return 0;
            }
            return quadratic ? closedForm(potential, current, left) : bracketed(potential, current);
        }

        /** V = p u - i u^2 with u = exp(-t / membrane): the larger root, because u falls from 1. */
        private double closedForm(double potential, double current, double left) {
            double p = potential + current;
            double discriminant = p * p - 4 * current * threshold;
            if (discriminant < 0 || p < 0) {
                return Double.POSITIVE_INFINITY;
            }
            double u = (p + Math.sqrt(discriminant)) / (2 * current);
            if (u < left * (1 - SLACK)) {
                return Double.POSITIVE_INFINITY;
            }
            return u >= 1 ? 0 : -dynamics.membrane() * StrictMath.log(u);
        }

        private double bracketed(double potential, double current) {
            double high = dynamics.peak(potential, current);
            if (high == Double.POSITIVE_INFINITY || excess(potential, current, high) < 0) {
                return Double.POSITIVE_INFINITY;
            }
            double low = 0;
            double time = Math.min((threshold - potential) / dynamics.slope(potential, current), high / 2);
            for (int i = 0; i < ITERATIONS; i++) {
                double excess = excess(potential, current, time);
                if (excess >= 0) {
                    high = time;
                } else {
                    low = time;
                }
                double s = dynamics.synapseDecay(time, dynamics.membraneDecay(time));
                double next = time - excess / dynamics.slope(threshold + excess, current * s);
                if (!(next > low && next < high)) {
                    next = (low + high) / 2;
                }
                if (Math.abs(next - time) <= Math.ulp(time) || next <= low || next >= high) {
                    return next;
                }
                time = next;
            }
            return time;
        }

        private double excess(double potential, double current, double time) {
            double m = dynamics.membraneDecay(time);
            double s = dynamics.synapseDecay(time, m);
            return potential * m + current * gain * (m - s) - threshold;
        }
    }
}
