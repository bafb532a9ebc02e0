package ganglion.cochlea.inhibition;

/** A {@link LateralInhibition} of frames, one after the other, without allocation. Not thread safe: it has working memory. */
public final class InhibitionStage {

    private final double[] kernel;
    private final int reach;
    private final double[] sums;
    /** The frame with silence on both sides. */
    private final double[] padded;

    InhibitionStage(LateralInhibition parameters, int bands) {
        this.kernel = parameters.kernelFromCentre();
        this.reach = kernel.length - 1;
        this.sums = new double[bands];
        this.padded = new double[bands + 2 * reach];
    }

    /**
     * Sharpens one frame in place.
     *
     * @param values hold the frame
     * @param offset index of its lowest band
     */
    public void apply(double[] values, int offset) {
        if (reach == 0) {
            return;
        }
        System.arraycopy(values, offset, padded, reach, sums.length);
        System.arraycopy(values, offset, sums, 0, sums.length);
        for (int j = 1; j <= reach; j++) {
            inhibit(j, kernel[j]);
        }
        for (int band = 0; band < sums.length; band++) {
            // max(0, sum) without a branch, which would be mispredicted half of the time.
            values[offset + band] = 0.5 * (sums[band] + Math.abs(sums[band]));
        }
    }

    private void inhibit(int distance, double weight) {
        int below = reach - distance;
        int above = reach + distance;
        for (int band = 0; band < sums.length; band++) {
            sums[band] += weight * (padded[band + below] + padded[band + above]);
        }
    }
}
