package ganglion.cochlea.resample;

/**
 * Resampling of many segments of a clip side by side: all segments use the same coefficients in the same order, so that a
 * row over segments takes one vector operation per coefficient. Several times faster than sample by sample, with the same
 * result to the last bit.
 */
final class SegmentedResampling {

    /** Longer rows are not faster. */
    private static final int MOST_LANES = 64;
    /** Keeps the rows within the cache of a processor core. */
    private static final int SAMPLES_PER_BLOCK = 1 << 16;
    /** Shorter segments would copy the inputs that neighbours share too often. */
    private static final int SHORTEST_SEGMENT = 128;

    private final Resampler rates;
    private final int segmentOutputs;
    private final int segmentInputs;
    private final double[][] rows;
    private final double[] sums;

    /** @param rates with a coefficient for each phase, which repeat every {@code up} outputs and {@code down} inputs */
    SegmentedResampling(Resampler rates, int up, int down) {
        this.rates = rates;
        int periods = (SHORTEST_SEGMENT + up - 1) / up;
        this.segmentOutputs = periods * up;
        this.segmentInputs = periods * down;
        int lanes = Math.max(1, Math.min(MOST_LANES, SAMPLES_PER_BLOCK / (segmentInputs + rates.taps())));
        this.rows = new double[segmentInputs + rates.taps()][lanes];
        this.sums = new double[lanes];
    }

    /**
     * Fills the output.
     *
     * @param padded the input with zeros on both sides
     */
    void resample(double[] padded, double[] output) {
        int segments = (output.length + segmentOutputs - 1) / segmentOutputs;
        for (int first = 0; first < segments; first += sums.length) {
            int count = Math.min(sums.length, segments - first);
            collect(padded, first, count);
            for (int k = 0; k < segmentOutputs; k++) {
                rates.sumRows(rows, k, sums);
                for (int lane = 0; lane < count; lane++) {
                    int at = (first + lane) * segmentOutputs + k;
                    if (at < output.length) {
                        output[at] = sums[lane];
                    }
                }
            }
        }
    }

    private void collect(double[] padded, int firstSegment, int count) {
        for (int lane = 0; lane < count; lane++) {
            int start = (firstSegment + lane) * segmentInputs;
            int length = Math.min(rows.length, padded.length - start);
            for (int i = 0; i < length; i++) {
                rows[i][lane] = padded[start + i];
            }
        }
    }
}
