package ganglion.study.fourier;

/** A linear layer that has learned the Fourier transform. */
public final class LearnedTransform {

    private final int window;
    private final LinearLayer layer;

    LearnedTransform(int window, LinearLayer layer) {
        this.window = window;
        this.layer = layer;
    }

    /** Samples of a frame. */
    public int window() {
        return window;
    }

    /** Values of a spectrum: real parts of the frequencies 0 to window/2, then as many imaginary parts. */
    public int outputs() {
        return layer.outputs();
    }

    /** The spectrum of a frame. */
    public double[] of(double[] frame) {
        return layer.apply(frame);
    }
}
