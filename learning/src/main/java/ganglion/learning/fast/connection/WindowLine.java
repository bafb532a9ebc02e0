package ganglion.learning.fast.connection;

import ganglion.learning.fast.arithmetic.StepInput;
import java.util.Arrays;

/** The latest steps side by side. Row {@code t * samples + b} is that of sample {@code b} at step {@code t}. */
public final class WindowLine implements LookBack {

    private final int window;
    private final int size;

    private float[][] given = new float[0][];
    private float[][] givenGradients = new float[0][];
    private int rows;
    private int samples;

    /**
     * @param window number of steps
     * @param size number of values of one step
     */
    public WindowLine(int window, int size) {
        this.window = window;
        this.size = size;
    }

    @Override
    public void begin(int steps, int sampleCount, boolean training) {
        samples = sampleCount;
        rows = steps * sampleCount;
        if (given.length < rows) {
            given = new float[rows][window * size];
        }
        if (training && givenGradients.length < rows) {
            givenGradients = new float[rows][window * size];
        }
        for (int r = 0; r < rows; r++) {
            Arrays.fill(given[r], 0);
        }
    }

    @Override
    public void take(int step, StepInput input) {
        float[][] values = input.rows();
        for (int b = 0; b < samples; b++) {
            int row = step * samples + b;
            for (int j = 0; j < window && row + j * samples < rows; j++) {
                System.arraycopy(values[b], 0, given[row + j * samples], j * size, size);
            }
        }
    }

    @Override
    public float[][] given(int step) {
        return Arrays.copyOfRange(given, step * samples, (step + 1) * samples);
    }

    @Override
    public float[][] givenGradients(int step) {
        return Arrays.copyOfRange(givenGradients, step * samples, (step + 1) * samples);
    }

    @Override
    public void backward(int step, StepInput input, float[][] inputGradient) {
        for (int b = 0; inputGradient != null && b < samples; b++) {
            Arrays.fill(inputGradient[b], 0);
            int row = step * samples + b;
            for (int j = 0; j < window && row + j * samples < rows; j++) {
                float[] gradient = givenGradients[row + j * samples];
                for (int i = 0; i < size; i++) {
                    inputGradient[b][i] += gradient[j * size + i];
                }
            }
        }
    }
}
