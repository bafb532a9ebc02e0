package ganglion.study.fourier;

import ganglion.learning.reference.layer.LayerChain;
import ganglion.learning.reference.layer.Sequence;

/** A linear layer that has learned the Fourier transform. Not thread safe. */
public final class LearnedTransform {

    private final int window;
    private final LayerChain layer;

    LearnedTransform(int window, LayerChain layer) {
        this.window = window;
        this.layer = layer;
    }

    /** Samples per frame. */
    public int window() {
        return window;
    }

    /** Values of a spectrum: real parts of the frequencies 0 to window/2, then as many imaginary parts. */
    public int outputs() {
        return window + 2;
    }

    /** The spectrum of a frame. */
    public double[] of(double[] frame) {
        return layer.forward(new Sequence(1, 1, window, frame), false).values();
    }
}
