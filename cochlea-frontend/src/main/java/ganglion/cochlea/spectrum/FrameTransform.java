package ganglion.cochlea.spectrum;

/**
 * Power spectra of several real frames at once. Frames lie side by side: row {@code i} holds the same samples of all of
 * them. The caller fills the input rows, which a transform overwrites. No frame influences the numbers of another.
 *
 * <p>Not thread safe: it has working memory.
 */
sealed interface FrameTransform permits LaneTransform, FrameTransform.LibraryTransform {

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

    /** Transforms of sizes with a large prime factor, frame by frame, by {@link RealTransform} (Bluestein's convolution there). */
    final class LibraryTransform implements FrameTransform {

        private final double[] weights;
        private final double[][] samples;
        private final double[][] power;
        private final RealTransform transform;
        private final double[] work;

        LibraryTransform(double[] weights, int lanes) {
            this.weights = weights;
            this.samples = new double[weights.length][lanes];
            this.power = new double[weights.length / 2 + 1][lanes];
            this.transform = new RealTransform(weights.length);
            this.work = new double[weights.length];
        }

        @Override
        public double[][] samples() {
            return samples;
        }

        @Override
        public double[][] power() {
            for (int lane = 0; lane < power[0].length; lane++) {
                for (int i = 0; i < work.length; i++) {
                    work[i] = weights[i] * samples[i][lane];
                }
                transform.apply(work);
                square(lane);
            }
            return power;
        }

        private void square(int lane) {
            int last = power.length - 1;
            power[0][lane] = work[0] * work[0];
            power[last][lane] = work[1] * work[1];
            for (int bin = 1; bin < last; bin++) {
                double real = work[2 * bin];
                double imaginary = work[2 * bin + 1];
                power[bin][lane] = real * real + imaginary * imaginary;
            }
        }
    }
}
