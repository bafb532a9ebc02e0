package ganglion.learning.reference.layer;

/** A layer that is trained in double precision: it runs forward through all steps and then back. Keeps what the backward pass needs. Not thread safe. */
public interface ReferenceLayer {

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
}
