package ganglion.learning.fast.connection;

import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.StepInput;
import ganglion.learning.model.shared.DropoutMask;

/** Silences inputs while training; one choice for all steps of a sample. */
public final class DropoutConnection implements FastConnection {

    private final DropoutMask mask;
    private final int size;
    private final float[][] factors;
    private boolean active;

    /** @param largestSlice most samples of a slice */
    public DropoutConnection(DropoutMask mask, int size, int largestSlice) {
        this.mask = mask;
        this.size = size;
        this.factors = new float[largestSlice][size];
    }

    @Override
    public int outputSize() {
        return size;
    }

    @Override
    public void begin(long batchNumber, int firstSample, boolean training) {
        active = training;
        mask.begin(batchNumber);
        for (int b = 0; active && b < factors.length; b++) {
            for (int i = 0; i < size; i++) {
                factors[b][i] = (float) mask.factor(firstSample + b, i);
            }
        }
    }

    @Override
    public void forward(StepInput input, float[][] output) {
        apply(input.rows(), output, input.samples());
    }

    @Override
    public void backward(StepInput input, float[][] outputGradient, float[][] inputGradient) {
        if (inputGradient != null) {
            apply(outputGradient, inputGradient, input.samples());
        }
    }

    private void apply(float[][] from, float[][] to, int samples) {
        for (int b = 0; b < samples; b++) {
            if (active) {
                Kernels.product(to[b], factors[b], from[b], size);
            } else {
                System.arraycopy(from[b], 0, to[b], 0, size);
            }
        }
    }
}
