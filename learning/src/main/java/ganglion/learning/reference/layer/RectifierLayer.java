package ganglion.learning.reference.layer;

/** {@code y = max(0, x)}, with a slope of 0 at 0. */
public final class RectifierLayer implements ReferenceLayer {

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
