package ganglion.learning.eventprop.forward;

import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.EventNetwork.EventLayer;
import ganglion.learning.eventprop.EventNetwork.EventReadOut;
import ganglion.learning.eventprop.ExponentialDynamics;
import ganglion.learning.eventprop.TimedSpikes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a network did for a sample: the spikes of its layers, and what was read out. Its memory follows the number of spikes. */
public final class EventRun {

    private final EventNetwork network;
    private final TimedSpikes input;
    private final double duration;
    private final List<LayerTrace> layers = new ArrayList<>();
    private final Optional<double[]> readOut;

    private EventRun(EventNetwork network, TimedSpikes input, double duration) {
        this.network = network;
        this.input = input;
        this.duration = duration;
        TimedSpikes spikes = input;
        for (EventLayer layer : network.layers()) {
            LayerTrace trace = LayerRun.run(layer, spikes, duration);
            layers.add(trace);
            spikes = trace.spikes();
        }
        TimedSpikes last = spikes;
        this.readOut = network.readOut().map(out -> meanPotentials(out, last, duration));
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
        if (!(duration > 0 && duration < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a sample of " + duration + " steps, expected more than 0");
        }
        for (int k = 0; k < input.size(); k++) {
            if (input.neuron(k) < 0 || input.neuron(k) >= network.inputs()) {
                throw new IllegalArgumentException("a spike of input " + input.neuron(k)
                        + ", but there are inputs 0 to " + (network.inputs() - 1));
            }
        }
        return new EventRun(network, input, duration);
    }

    /** From the integrals of both equations over the sample: what came in less what is left. */
    private static double[] meanPotentials(EventReadOut readOut, TimedSpikes input, double duration) {
        ExponentialDynamics dynamics = readOut.dynamics();
        int size = readOut.input().targets();
        double delay = readOut.input().delay();
        LayerState state = new LayerState(dynamics, size);
        double[] weights = new double[size];
        int next = 0;
        while (next < input.size() && input.time(next) + delay <= duration) {
            double time = input.time(next) + delay;
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
        state.moveTo(duration);
        double[] means = new double[size];
        Arrays.setAll(
                means,
                j -> (dynamics.synapse() * (weights[j] - state.current(j)) - dynamics.membrane() * state.potential(j))
                        / duration);
        return means;
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
     * The mean potential of each integrator of the read-out; not to be changed.
     *
     * @throws IllegalStateException if the network has no read-out
     */
    public double[] readOut() {
        return readOut.orElseThrow(() -> new IllegalStateException("the network has no read-out"));
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
}
