package ganglion.cochlea.spectrum;

/**
 * Power spectra of several real frames at once. Frames lie side by side: row {@code i} holds the same samples of all of
 * them. The caller fills the input rows, which a transform destroys. No frame has influence on the numbers of another.
 *
 * <p>Not thread safe: it owns its working memory.
 */
sealed interface FrameTransform permits LaneTransform, LibraryTransform {

    /** A transform of {@code size} real samples (even) for {@code lanes} frames at once. */
    static FrameTransform of(int size, int lanes) {
        return LaneTransform.supports(size) ? new LaneTransform(size, lanes) : new LibraryTransform(size, lanes);
    }

    /** Row i takes sample 2 i of each frame. */
    double[][] even();

    /** Row i takes sample 2 i + 1 of each frame. */
    double[][] odd();

    /**
     * Transforms the input rows.
     *
     * @param factor what |X|^2 is multiplied by
     * @param power takes a row for each of the size / 2 + 1 frequencies
     */
    void power(double factor, double[][] power);
}
