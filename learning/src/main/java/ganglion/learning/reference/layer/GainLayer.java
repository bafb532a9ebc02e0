package ganglion.learning.reference.layer;

/** {@code y_i = g_i x_i}. */
public final class GainLayer implements ReferenceLayer {

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
