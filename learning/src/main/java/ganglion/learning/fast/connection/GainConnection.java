package ganglion.learning.fast.connection;

import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.StepInput;

/** One-to-one, each with its gain. */
public final class GainConnection implements FastConnection {

    private final FloatParameter gain;
    private final SliceGradients gradients;
    private final int size;

    /** @param gain one value per input */
    public GainConnection(FloatParameter gain, SliceGradients gradients) {
        this.gain = gain;
        this.gradients = gradients;
        this.size = gain.rows()[0].length;
    }

    @Override
    public int outputSize() {
        return size;
    }

    @Override
    public void forward(StepInput input, float[][] output) {
        float[][] rows = input.rows();
        for (int b = 0; b < input.samples(); b++) {
            Kernels.product(output[b], gain.rows()[0], rows[b], size);
        }
    }

    @Override
    public void backward(StepInput input, float[][] outputGradient, float[][] inputGradient) {
        float[][] rows = input.rows();
        for (int b = 0; b < input.samples(); b++) {
            if (gain.trainable()) {
                Kernels.addProduct(gradients.of(gain)[0], rows[b], outputGradient[b], size);
            }
            if (inputGradient != null) {
                Kernels.product(inputGradient[b], gain.rows()[0], outputGradient[b], size);
            }
        }
    }
}
