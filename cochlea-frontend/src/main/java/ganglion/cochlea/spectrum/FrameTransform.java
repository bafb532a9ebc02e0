package ganglion.cochlea.spectrum;

/**
 * Power spectra of several real frames at once. Frames lie side by side: row {@code i} holds the same samples of all of
 * them. The caller fills the input rows, which a transform overwrites. No frame influences the numbers of another.
 *
 * <p>Not thread safe: it has working memory.
 */
sealed interface FrameTransform permits LaneTransform, LibraryTransform {

    /** A transform of {@code size} real samples (even) for {@code lanes} frames at once. */
    static FrameTransform of(int size, int lanes) {
        return LaneTransform.supports(size) ? new LaneTransform(size, lanes) : new LibraryTransform(size, lanes);
    }

    /** Row i receives sample 2 i of each frame. */
    double[][] even();

    /** Row i receives sample 2 i + 1 of each frame. */
    double[][] odd();

    /**
     * Transforms the input rows.
     *
     * @param factor factor of |X|^2
     * @param power receives a row for each of the size / 2 + 1 frequencies
     */
    void power(double factor, double[][] power);
}
