package ganglion.learning.eventprop.forward;

import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.EventNetwork.EventLayer;
import ganglion.learning.eventprop.EventNetwork.EventReadOut;
import ganglion.learning.eventprop.ExponentialDynamics;
import ganglion.learning.eventprop.TimedSpikes;
import ganglion.learning.eventprop.forward.Maxima.ReadOutTrace;
import ganglion.learning.eventprop.forward.SynapseLayerRun.ArrivalQueue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a network did for a sample: the spikes of its layers, and what was read out. Its memory follows the number of spikes. */
public final class EventRun {

    private final EventNetwork network;
    private final TimedSpikes input;
    private final double duration;
    private final List<LayerTrace> layers = new ArrayList<>();
    private final ReadOutTrace readOut;

    private EventRun(EventNetwork network, TimedSpikes input, double duration, boolean byRows) {
        this.network = network;
        this.input = input;
        this.duration = duration;
        TimedSpikes spikes = input;
        for (EventLayer layer : network.layers()) {
            boolean rows = byRows
                    && layer.input().sharesDelay()
                    && layer.recurrent().map(DelayedSynapses::sharesDelay).orElse(true);
            LayerTrace trace =
                    rows ? RowLayerRun.run(layer, spikes, duration) : SynapseLayerRun.run(layer, spikes, duration);
            layers.add(trace);
            spikes = trace.spikes();
        }
        TimedSpikes last = spikes;
        this.readOut = network.readOut()
                .map(out -> byRows && out.input().sharesDelay()
                        ? RowReadOutRun.run(out, last, duration)
                        : ReadOutRun.run(out, last, duration))
                .orElse(null);
    }

    /**
     * Runs a network from rest.
     *
     * @param input spikes of its inputs
     * @param duration steps up to which it runs, above 0
     * @throws IllegalArgumentException if a spike is of an input that does not exist
     * @throws ArithmeticException if a layer fires without bounds
     */
    public static EventRun of(EventNetwork network, TimedSpikes input, double duration) {
        return of(network, input, duration, true);
    }

    /** Runs a network, and connections with one delay by rows or, as a check, by synapses. */
    static EventRun of(EventNetwork network, TimedSpikes input, double duration, boolean byRows) {
        if (!(duration > 0 && duration < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a sample of " + duration + " steps, expected more than 0");
        }
        for (int k = 0; k < input.size(); k++) {
            if (input.neuron(k) < 0 || input.neuron(k) >= network.inputs()) {
                throw new IllegalArgumentException("a spike of input " + input.neuron(k)
                        + ", but there are inputs 0 to " + (network.inputs() - 1));
            }
        }
        return new EventRun(network, input, duration, byRows);
    }

    /** The network. */
    public EventNetwork network() {
        return network;
    }

    /** Spikes of the inputs. */
    public TimedSpikes input() {
        return input;
    }

    /** Steps. */
    public double duration() {
        return duration;
    }

    /** The spikes of each layer. */
    public List<LayerTrace> layers() {
        return layers;
    }

    /** The spikes of the last layer. */
    public TimedSpikes lastSpikes() {
        return layers.get(layers.size() - 1).spikes();
    }

    /**
     * What was read out, one value per integrator; not to be changed.
     *
     * @throws IllegalStateException if the network has no read-out
     */
    public double[] readOut() {
        if (readOut == null) {
            throw new IllegalStateException("the network has no read-out");
        }
        return readOut.values();
    }

    /** When the potential of an integrator was highest. */
    public double readOutTime(int neuron) {
        return readOut.times()[neuron];
    }

    /**
     * Position of the spike whose arrival ended the rise of an integrator to its highest potential, among those of the last layer; -1 if
     * none did.
     */
    public int readOutSpike(int neuron) {
        return readOut.spikes()[neuron];
    }

    /** Slope of the potential of an integrator at that arrival. */
    public double readOutSlope(int neuron) {
        return readOut.slopes()[neuron];
    }

    /** First spike of each neuron of the last layer, as its position among the spikes of the layer; -1 if there is none. */
    public int[] firstSpikes() {
        TimedSpikes spikes = lastSpikes();
        int[] first = new int[network.layers().get(layers.size() - 1).size()];
        Arrays.fill(first, -1);
        for (int k = spikes.size() - 1; k >= 0; k--) {
            first[spikes.neuron(k)] = k;
        }
        return first;
    }

    /** Bytes that are kept for the adjoint pass. */
    public long bytes() {
        return input.bytes() + layers.stream().mapToLong(LayerTrace::bytes).sum();
    }

    /** Runs the integrators of a read-out whose synapses may each have a delay of their own. For one use. */
    static final class ReadOutRun {

        private final EventReadOut readOut;
        private final ExponentialDynamics dynamics;
        private final Maxima maxima;
        private final double[] potentials;
        private final double[] currents;
        private final double[] since;
        private final double[] weights;

        private ReadOutRun(EventReadOut readOut) {
            int size = readOut.input().targets();
            this.readOut = readOut;
            this.dynamics = readOut.dynamics();
            this.maxima = new Maxima(dynamics, size);
            this.potentials = new double[size];
            this.currents = new double[size];
            this.since = new double[size];
            this.weights = new double[size];
        }

        /** What is read of spikes up to a time. */
        static ReadOutTrace run(EventReadOut readOut, TimedSpikes input, double duration) {
            return new ReadOutRun(readOut).run(input, duration);
        }

        private ReadOutTrace run(TimedSpikes input, double duration) {
            ArrivalQueue arrivals = new ArrivalQueue();
            int next = 0;
            while (true) {
                if (next < input.size() && input.time(next) <= arrivals.nextTime()) {
                    arrivals.add(readOut.input(), input.time(next), input.neuron(next));
                    next++;
                } else if (arrivals.nextTime() <= duration) {
                    arrive(arrivals);
                } else {
                    return end(duration);
                }
            }
        }

        private void arrive(ArrivalQueue arrivals) {
            double time = arrivals.nextTime();
            int spike = arrivals.spike();
            int synapse = arrivals.take();
            int j = synapse % weights.length;
            advance(j, time, spike);
            currents[j] += readOut.input().weights()[synapse];
            weights[j] += readOut.input().weights()[synapse];
        }

        private void advance(int j, double time, int spike) {
            double elapsed = time - since[j];
            if (elapsed == 0) {
                return;
            }
            if (readOut.measure() == EventReadOut.Measure.MAXIMUM) {
                maxima.look(j, since[j], time, potentials[j], currents[j], spike);
            }
            double m = dynamics.membraneDecay(elapsed);
            double s = dynamics.synapseDecay(elapsed, m);
            potentials[j] = potentials[j] * m + currents[j] * dynamics.gain() * (m - s);
            currents[j] *= s;
            since[j] = time;
        }

        private ReadOutTrace end(double duration) {
            for (int j = 0; j < weights.length; j++) {
                advance(j, duration, -1);
            }
            return readOut.measure() == EventReadOut.Measure.MAXIMUM
                    ? maxima.trace()
                    : ReadOutTrace.mean(dynamics, weights, potentials, currents, duration);
        }
    }

    /** Runs the integrators of a read-out whose synapses share a delay; the fast twin of {@link ReadOutRun}. */
    static final class RowReadOutRun {

        private RowReadOutRun() {}

        /** What is read of spikes up to a time. */
        static ReadOutTrace run(EventReadOut readOut, TimedSpikes input, double duration) {
            int size = readOut.input().targets();
            double delay = readOut.input().delay(0);
            boolean maximum = readOut.measure() == EventReadOut.Measure.MAXIMUM;
            RowState state = new RowState(readOut.dynamics(), size);
            Maxima maxima = new Maxima(readOut.dynamics(), size);
            double[] weights = new double[size];
            int next = 0;
            while (next < input.size() && input.time(next) + delay <= duration) {
                double time = input.time(next) + delay;
                if (maximum) {
                    look(state, maxima, time, next);
                }
                state.moveTo(time);
                for (; next < input.size() && input.time(next) + delay == time; next++) {
                    double[] row = readOut.input().row(input.neuron(next));
                    state.collect(row);
                    for (int j = 0; j < size; j++) {
                        weights[j] += row[j];
                    }
                }
                state.apply();
            }
            if (maximum) {
                look(state, maxima, duration, -1);
                return maxima.trace();
            }
            state.moveTo(duration);
            double[] potentials = new double[size];
            double[] currents = new double[size];
            for (int j = 0; j < size; j++) {
                potentials[j] = state.potential(j);
                currents[j] = state.current(j);
            }
            return ReadOutTrace.mean(readOut.dynamics(), weights, potentials, currents, duration);
        }

        private static void look(RowState state, Maxima maxima, double until, int spike) {
            if (until > state.now()) {
                for (int j = 0; j < state.size(); j++) {
                    double current = state.current(j);
                    if (maxima.mayBePassed(j, current)) {
                        maxima.look(j, state.now(), until, state.potential(j), current, spike);
                    }
                }
            }
        }
    }
}
