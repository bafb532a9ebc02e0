package ganglion.learning.eventprop.forward;

import ganglion.learning.eventprop.TimedSpikes;
import java.util.Arrays;

/** The spikes of a layer for a sample, and the slope of the potential just before each: all that the adjoint pass needs of it. */
public final class LayerTrace {

    /** More spikes of a layer in one sample are taken for a network that excites itself without bounds. */
    static final int MOST_SPIKES = 1_000_000;

    private final TimedSpikes spikes = new TimedSpikes();
    private double[] slopes = new double[16];

    LayerTrace() {}

    /** @throws ArithmeticException if there are too many spikes */
    void add(double time, int neuron, double slope) {
        int size = spikes.size();
        if (size == MOST_SPIKES) {
            throw new ArithmeticException("a layer fires more than " + MOST_SPIKES + " spikes within " + time
                    + " steps of a sample: its weights are too large");
        }
        if (size == slopes.length) {
            slopes = Arrays.copyOf(slopes, 2 * size);
        }
        slopes[size] = slope;
        spikes.add(time, neuron);
    }

    /** The spikes. */
    public TimedSpikes spikes() {
        return spikes;
    }

    /** Slope of the potential just before a spike, per step. */
    public double slope(int index) {
        return slopes[index];
    }
}
