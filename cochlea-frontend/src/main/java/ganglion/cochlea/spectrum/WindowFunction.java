package ganglion.cochlea.spectrum;

/** The weights of the samples of a frame; periodic, as suits a Fourier transform. */
public enum WindowFunction {
    /** 0.5 - 0.5 cos(2 pi k / n): low leakage, the usual choice. */
    HANN(0.5),
    /** 0.54 - 0.46 cos(2 pi k / n): nearer side lobes are lower, far ones higher. */
    HAMMING(0.54),
    /** All ones: the narrowest peak and the most leakage. */
    RECTANGULAR(1);

    private final double offset;

    WindowFunction(double offset) {
        this.offset = offset;
    }

    /** The weights of a frame of the given number of samples. */
    public double[] samples(int length) {
        double[] weights = new double[length];
        for (int k = 0; k < length; k++) {
            weights[k] = offset - (1 - offset) * Math.cos(2 * Math.PI * k / length);
        }
        return weights;
    }
}
