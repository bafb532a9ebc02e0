package ganglion.learning.reference.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.learning.model.Parameter;
import ganglion.learning.reference.layer.SpikingLayer.NeuronTrace;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Gradients of a layer of neurons against what small changes of its input and parameters do to a loss. */
final class MeasuredSlopes {

    static final int STEPS = 12;
    static final int SAMPLES = 2;

    private static final double STEP = 1e-6;

    private final SpikingLayer layer;
    private final Sequence input;
    private final Sequence ofSpikes;
    private final Sequence ofMembranes;

    /**
     * @param layer whose spikes are smooth
     * @param mean of the random input
     */
    MeasuredSlopes(SpikingLayer layer, int size, double mean) {
        this.layer = layer;
        this.input = random(1, size, mean);
        this.ofSpikes = random(2, size, 0);
        this.ofMembranes = random(4, size, 0);
    }

    private static Sequence random(long seed, int size, double mean) {
        Random random = new Random(seed);
        Sequence sequence = Sequence.zeros(STEPS, SAMPLES, size);
        Arrays.setAll(sequence.values(), k -> mean + random.nextGaussian());
        return sequence;
    }

    /** A loss that sees every spike and potential. */
    private double loss() {
        layer.forward(input, true);
        double sum = 0;
        for (int k = 0; k < ofSpikes.values().length; k++) {
            sum += ofSpikes.values()[k] * layer.trace().spikes().values()[k]
                    + ofMembranes.values()[k] * layer.trace().membranes().values()[k];
        }
        return sum;
    }

    /** Compares all gradients, and returns the trace of the layer as it was. */
    NeuronTrace assertAll(List<Parameter> parameters, LayerParameters live) {
        loss();
        NeuronTrace trace = layer.trace();
        double[] back = layer.backward(ofSpikes, ofMembranes).values();
        assertSlopes(input.values(), back, "input");
        for (int p = 0; p < parameters.size(); p++) {
            assertSlopes(
                    parameters.get(p).values(),
                    live.gradients().get(p).clone(),
                    parameters.get(p).name());
        }
        return trace;
    }

    private void assertSlopes(double[] values, double[] gradient, String what) {
        assertEquals(values.length, gradient.length, what);
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            values[i] = value + STEP;
            double above = loss();
            values[i] = value - STEP;
            double below = loss();
            values[i] = value;
            double slope = (above - below) / (2 * STEP);
            assertEquals(slope, gradient[i], 1e-7 * (1 + Math.abs(slope)), what + " " + i);
        }
    }
}
