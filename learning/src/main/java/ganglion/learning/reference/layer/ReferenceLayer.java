package ganglion.learning.reference.layer;

import ganglion.learning.model.DropoutMask;
import ganglion.learning.model.Layer.Pooling;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Slider;

/** A layer that runs, forward through all steps and then back. Keeps what the backward pass needs. Not thread safe. */
public interface ReferenceLayer {

    /**
     * Begins a training step, where it matters how far training is.
     *
     * @param progress share of the epochs that are done, 0 to 1
     */
    default void begin(double progress) {}

    /**
     * Output for an input.
     *
     * @param training whether layers that differ in training and evaluation, such as dropout, are in training
     */
    Sequence forward(Sequence input, boolean training);

    /**
     * Gradient with respect to the input of the latest forward pass; also adds to the gradients of the parameters.
     *
     * @param gradient with respect to the output
     */
    Sequence backward(Sequence gradient);

    /** Adds to the gradients of the parameters only, where nothing needs the gradient of the input. */
    default void addGradients(Sequence gradient) {
        backward(gradient);
    }

    /** Passes everything on: values are in a row already. */
    final class FlattenLayer implements ReferenceLayer {

        @Override
        public Sequence forward(Sequence input, boolean training) {
            return input;
        }

        @Override
        public Sequence backward(Sequence gradient) {
            return gradient;
        }
    }

    /** {@code y = max(0, x)}, with a slope of 0 at 0. */
    final class RectifierLayer implements ReferenceLayer {

        private Sequence output;

        @Override
        public Sequence forward(Sequence input, boolean training) {
            output = input.zerosOf(input.size());
            for (int k = 0; k < output.values().length; k++) {
                output.values()[k] = Math.max(0, input.values()[k]);
            }
            return output;
        }

        @Override
        public Sequence backward(Sequence gradient) {
            Sequence back = gradient.zerosOf(gradient.size());
            for (int k = 0; k < back.values().length; k++) {
                back.values()[k] = output.values()[k] > 0 ? gradient.values()[k] : 0;
            }
            return back;
        }
    }

    /**
     * Rounds values to multiples of a step and clips them, as whole-number arithmetic does. Its gradient is that of the identity.
     *
     * @param step distance between neighbouring values; 0 for no rounding
     * @param largest largest magnitude
     */
    record GridLayer(double step, double largest) implements ReferenceLayer {

        @Override
        public Sequence forward(Sequence input, boolean training) {
            if (step == 0) {
                return input;
            }
            Sequence output = input.zerosOf(input.size());
            for (int k = 0; k < output.values().length; k++) {
                double inside = Math.max(-largest, Math.min(largest, input.values()[k]));
                output.values()[k] = step * Math.rint(inside / step);
            }
            return output;
        }

        @Override
        public Sequence backward(Sequence gradient) {
            return gradient;
        }
    }

    /** Silences inputs while training. */
    final class DropoutLayer implements ReferenceLayer {

        private final DropoutMask mask;
        private double[] factors;

        /** @param mask chooses the inputs to silence; the caller starts its batches */
        public DropoutLayer(DropoutMask mask) {
            this.mask = mask;
        }

        @Override
        public Sequence forward(Sequence input, boolean training) {
            int perStep = input.batch() * input.size();
            factors = new double[perStep];
            for (int k = 0; k < perStep; k++) {
                factors[k] = training ? mask.factor(k / input.size(), k % input.size()) : 1;
            }
            return scaled(input);
        }

        @Override
        public Sequence backward(Sequence gradient) {
            return scaled(gradient);
        }

        private Sequence scaled(Sequence values) {
            Sequence scaled = values.zerosOf(values.size());
            for (int k = 0; k < scaled.values().length; k++) {
                scaled.values()[k] = factors[k % factors.length] * values.values()[k];
            }
            return scaled;
        }
    }

    /** {@code y_i = g_i x_i}. */
    final class GainLayer implements ReferenceLayer {

        private final double[] gain;
        private final double[] gainGradient;
        private Sequence input;

        /** @param parameters {@code gain}, one value per input */
        public GainLayer(LayerParameters parameters) {
            this.gain = parameters.values("gain");
            this.gainGradient = parameters.gradient("gain");
        }

        @Override
        public Sequence forward(Sequence given, boolean training) {
            input = given;
            Sequence output = given.zerosOf(given.size());
            for (int k = 0; k < given.values().length; k++) {
                output.values()[k] = gain[k % gain.length] * given.values()[k];
            }
            return output;
        }

        @Override
        public Sequence backward(Sequence gradient) {
            Sequence back = input.zerosOf(input.size());
            for (int k = 0; k < gradient.values().length; k++) {
                gainGradient[k % gain.length] += gradient.values()[k] * input.values()[k];
                back.values()[k] = gradient.values()[k] * gain[k % gain.length];
            }
            return back;
        }
    }

    /** Sums or averages windows of each channel. */
    final class PoolingLayer implements ReferenceLayer {

        private final LayerShape inputShape;
        private final LayerShape outputShape;
        private final double share;
        private final Slider slider;

        /** @param inputShape shape of the input of one step */
        public PoolingLayer(Pooling layer, LayerShape inputShape) {
            this.inputShape = inputShape;
            this.outputShape = layer.outputShape(inputShape);
            this.share = layer.average()
                    ? 1.0 / (layer.window().height() * layer.window().width())
                    : 1;
            this.slider = new Slider(inputShape, outputShape, layer.window());
        }

        @Override
        public Sequence forward(Sequence input, boolean training) {
            Sequence output = input.zerosOf(outputShape.size());
            for (int map = 0; map < input.rows() * inputShape.channels(); map++) {
                int to = map * outputShape.area();
                int from = map * inputShape.area();
                slider.forEach((o, i, k) -> output.values()[to + o] += share * input.values()[from + i]);
            }
            return output;
        }

        @Override
        public Sequence backward(Sequence gradient) {
            Sequence back = gradient.zerosOf(inputShape.size());
            for (int map = 0; map < gradient.rows() * inputShape.channels(); map++) {
                int to = map * outputShape.area();
                int from = map * inputShape.area();
                slider.forEach((o, i, k) -> back.values()[from + i] += share * gradient.values()[to + o]);
            }
            return back;
        }
    }
}
