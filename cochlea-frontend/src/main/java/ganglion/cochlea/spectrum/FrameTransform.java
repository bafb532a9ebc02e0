package ganglion.cochlea.spectrum;

/**
 * Power spectra of several real frames at once. Frames lie side by side: row {@code i} holds the same samples of all of
 * them. The caller fills the input rows, which a transform overwrites. No frame influences the numbers of another.
 *
 * <p>Not thread safe: it has working memory.
 */
sealed interface FrameTransform permits LaneTransform, LibraryTransform {

    /**
     * A transform for {@code lanes} frames at once.
     *
     * @param weights factors of the samples; there is an even number of them
     */
    static FrameTransform of(double[] weights, int lanes) {
        return LaneTransform.supports(weights.length)
                ? new LaneTransform(weights, lanes)
                : new LibraryTransform(weights, lanes);
    }

    /** Row i receives sample i of each frame. */
    double[][] samples();

    /**
     * Transforms the weighted samples, whose rows are undefined afterwards.
     *
     * @return |X|^2: a row for each of the size / 2 + 1 frequencies, valid until samples are written again
     */
    double[][] power();
}
