package ganglion.learning.fast;

/** Passes everything on, as a flatten layer does, or no layer at all. */
final class IdentityConnection implements Connection {

    private final int size;

    IdentityConnection(int size) {
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
