package ganglion.learning.reference.layer;

/**
 * Rounds values to multiples of a step and clips them, as whole-number arithmetic does. Its gradient is that of the identity.
 *
 * @param step distance between neighbouring values; 0 for no rounding
 * @param largest largest magnitude
 */
public record GridLayer(double step, double largest) implements ReferenceLayer {

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
