package ganglion.learning.reference.layer;

/** Passes everything on: values are in a row already. */
public final class FlattenLayer implements ReferenceLayer {

    @Override
    public Sequence forward(Sequence input, boolean training) {
        return input;
    }

    @Override
    public Sequence backward(Sequence gradient) {
        return gradient;
    }
}
