package ganglion.learning.fast.connection;

import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.fast.arithmetic.StepInput;
import ganglion.learning.fast.connection.FastConnection.IdentityConnection;
import java.util.List;

/**
 * The stateless layers in front of one layer of neurons. Values between them are not stored: the backward pass computes it
 * again, which costs nothing in the usual case of a single layer.
 */
public final class ConnectionChain {

    private final List<FastConnection> connections;
    private final float[][][] between;
    private final float[][][] gradientBetween;
    private final StepInput[] inputs;

    /** @param largestSlice most samples of a slice */
    public ConnectionChain(List<FastConnection> connections, int largestSlice) {
        this.connections = connections;
        int last = connections.size() - 1;
        this.between = new float[last][][];
        this.gradientBetween = new float[last][][];
        this.inputs = new StepInput[last];
        for (int i = 0; i < last; i++) {
            int size = connections.get(i).outputSize();
            between[i] = new float[largestSlice][size];
            gradientBetween[i] = new float[largestSlice][size];
            inputs[i] = new StepInput(size);
        }
        if (onlyDense() != null) {
            onlyDense().deferSpikes();
        }
    }

    /** The only connection, if it is dense. */
    public DenseConnection onlyDense() {
        return connections.size() == 1 && connections.get(0) instanceof DenseConnection dense ? dense : null;
    }

    /** Whether numbers pass as they are, so that no copy is needed. */
    public boolean isIdentity() {
        return connections.size() == 1 && connections.get(0) instanceof IdentityConnection;
    }

    /** Starts a batch; see {@link FastConnection#begin}. */
    public void begin(long batchNumber, int firstSample, boolean training) {
        connections.forEach(connection -> connection.begin(batchNumber, firstSample, training));
    }

    /** Output of one step, one row per sample, replacing what is there. */
    public void forward(StepInput input, float[][] output) {
        StepInput given = runTo(connections.size() - 1, input);
        connections.get(connections.size() - 1).forward(given, output);
    }

    /** Runs all connections in front of one, and returns its input. */
    private StepInput runTo(int index, StepInput input) {
        StepInput given = input;
        for (int i = 0; i < index; i++) {
            connections.get(i).forward(given, between[i]);
            inputs[i].setRows(between[i], given.samples());
            given = inputs[i];
        }
        return given;
    }

    /** @param inputGradient replaced; {@code null} if it is not needed */
    public void backward(StepInput input, float[][] outputGradient, float[][] inputGradient) {
        runTo(connections.size() - 1, input);
        float[][] gradient = outputGradient;
        for (int i = connections.size() - 1; i >= 0; i--) {
            float[][] next = i == 0 ? inputGradient : gradientBetween[i - 1];
            connections.get(i).backward(i == 0 ? input : inputs[i - 1], gradient, next);
            gradient = next;
        }
    }

    /** Completes the parameter gradients after the last {@link #backward}; see {@link DenseConnection#finish}. */
    public void finish(SpikeRows spikes, int rows, float[][] outputGradients) {
        if (onlyDense() != null) {
            onlyDense().finish(spikes, rows, outputGradients);
        }
    }
}
