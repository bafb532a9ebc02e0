package ganglion.learning.reference.layer;

import ganglion.learning.model.shared.DropoutMask;

/** Silences inputs while training. */
public final class DropoutLayer implements ReferenceLayer {

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
