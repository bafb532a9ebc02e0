package ganglion.learning.fast.connection;

import ganglion.learning.fast.arithmetic.StepInput;

/** Passes everything on, as a flatten layer does, or no layer at all. */
public final class IdentityConnection implements FastConnection {

    private final int size;

    /** @param size number of values per sample */
    public IdentityConnection(int size) {
        this.size = size;
    }

    @Override
    public int outputSize() {
        return size;
    }

    @Override
    public void forward(StepInput input, float[][] output) {
        copy(input.rows(), output, input.samples());
    }

    @Override
    public void backward(StepInput input, float[][] outputGradient, float[][] inputGradient) {
        if (inputGradient != null) {
            copy(outputGradient, inputGradient, input.samples());
        }
    }

    private void copy(float[][] from, float[][] to, int samples) {
        for (int b = 0; b < samples; b++) {
            System.arraycopy(from[b], 0, to[b], 0, size);
        }
    }
}
