package ganglion.learning.fast.connection;

import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.StepInput;
import ganglion.learning.model.DropoutMask;
import ganglion.learning.model.Layer.Pooling;
import ganglion.learning.model.LayerShape;
import java.util.Arrays;

/** A stateless layer, one step at a time, for the samples of a slice. Not thread safe. */
public interface FastConnection {

    /** Number of values that it gives for a sample. */
    int outputSize();

    /** Prepares for a batch: choices of dropout. */
    default void begin(long batchNumber, int firstSample, boolean training) {}

    /** Output of one step, one row per sample, replacing what is there. */
    void forward(StepInput input, float[][] output);

    /**
     * Adds to the parameter gradients, and gives the gradient with respect to the input.
     *
     * @param input as it was in the forward pass of the step
     * @param outputGradient one row per sample
     * @param inputGradient replaced; {@code null} if it is not needed
     */
    void backward(StepInput input, float[][] outputGradient, float[][] inputGradient);

    /** Passes everything on, as a flatten layer does, or no layer at all. */
    final class IdentityConnection implements FastConnection {

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

    /** One-to-one, each with its gain. */
    final class GainConnection implements FastConnection {

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

    /** Silences inputs while training; one choice for all steps of a sample. */
    final class DropoutConnection implements FastConnection {

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

    /** Sums or averages of windows. */
    final class PoolingConnection implements FastConnection {

        private final LayerShape input;
        private final LayerShape output;
        private final Contacts contacts;
        private final float share;

        /** @param input shape of the input of one step */
        public PoolingConnection(Pooling layer, LayerShape input) {
            this.input = input;
            this.output = layer.outputShape(input);
            this.contacts = new Contacts(input, output, layer.window());
            this.share = layer.average()
                    ? 1f / (layer.window().height() * layer.window().width())
                    : 1;
        }

        @Override
        public int outputSize() {
            return output.size();
        }

        @Override
        public void forward(StepInput given, float[][] result) {
            float[][] rows = given.rows();
            for (int b = 0; b < given.samples(); b++) {
                Arrays.fill(result[b], 0);
                for (int i = 0; i < input.size(); i++) {
                    int base = i / input.area() * output.area();
                    int from = i % input.area();
                    for (int c = contacts.start(from); c < contacts.end(from); c++) {
                        result[b][base + contacts.output(c)] += share * rows[b][i];
                    }
                }
            }
        }

        @Override
        public void backward(StepInput given, float[][] outputGradient, float[][] inputGradient) {
            for (int b = 0; inputGradient != null && b < given.samples(); b++) {
                for (int i = 0; i < input.size(); i++) {
                    int base = i / input.area() * output.area();
                    int from = i % input.area();
                    float sum = 0;
                    for (int c = contacts.start(from); c < contacts.end(from); c++) {
                        sum += share * outputGradient[b][base + contacts.output(c)];
                    }
                    inputGradient[b][i] = sum;
                }
            }
        }
    }
}
