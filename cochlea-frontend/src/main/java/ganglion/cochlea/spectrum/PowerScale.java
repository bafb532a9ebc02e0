package ganglion.cochlea.spectrum;

/** The unit of power spectra. */
public enum PowerScale {
    /**
     * |X|^2 / (sum of the window / 2)^2: a full-scale sine on a bin peaks at 1, for every window function and length.
     * Levels and thresholds keep their meaning when the frame length changes.
     */
    FULL_SCALE,
    /** |X|^2 as the transform gives it, as librosa does. */
    UNSCALED;

    /** The factor of X, the square root of that of |X|^2. */
    double amplitudeFactor(double[] window) {
        if (this == UNSCALED) {
            return 1;
        }
        double sum = 0;
        for (double weight : window) {
            sum += weight;
        }
        return 2 / sum;
    }
}
