package ganglion.cochlea.spectrum;

/**
 * How features change over time: the slope (order 1) or the curvature (order 2) of the parabola or line that fits a window of
 * neighbouring frames best (A. Savitzky and M. Golay, 1964). The same numbers as {@code librosa.feature.delta} with its
 * default, interpolated edges: a fit of the same order as the derivative has but one, which the frames at the edges take from
 * the first and the last whole window. Immutable and thread safe.
 */
public final class Deltas {

    private static final int WIDEST = 4095;

    private final double[] weights;

    /**
     * @param width frames of the window, odd, 3 to 4095
     * @param order 1 for the change per frame, 2 for the change of that
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Deltas(int width, int order) {
        if (width < 3 || width > WIDEST || width % 2 == 0 || order < 1 || order > 2) {
            throw new IllegalArgumentException("deltas take an odd number of frames from 3 to " + WIDEST
                    + " and an order of 1 or 2, not " + width + " and " + order);
        }
        weights = new double[width];
        int reach = width / 2;
        double meanSquare = reach * (reach + 1) / 3.0;
        double norm = 0;
        for (int i = 0; i < width; i++) {
            double distance = i - reach;
            // The parts of the parabola that are orthogonal to all lower orders.
            weights[i] = order == 1 ? distance : distance * distance - meanSquare;
            norm += weights[i] * weights[i];
        }
        for (int i = 0; i < width; i++) {
            weights[i] *= order / norm;
        }
    }

    /**
     * The deltas of a clip.
     *
     * @param values frame after frame; not changed
     * @param features values per frame
     * @return the same number of frames
     * @throws IllegalArgumentException if there are fewer frames than the window has
     */
    public double[] of(double[] values, int features) {
        int frames = values.length / features;
        if (frames < weights.length) {
            throw new IllegalArgumentException(
                    frames + " frames are too few, expected at least the window's " + weights.length);
        }
        double[] deltas = new double[values.length];
        int reach = weights.length / 2;
        for (int frame = 0; frame < frames; frame++) {
            int first = Math.max(0, Math.min(frame - reach, frames - weights.length));
            for (int feature = 0; feature < features; feature++) {
                double sum = 0;
                for (int i = 0; i < weights.length; i++) {
                    sum += weights[i] * values[(first + i) * features + feature];
                }
                deltas[frame * features + feature] = sum;
            }
        }
        return deltas;
    }
}
