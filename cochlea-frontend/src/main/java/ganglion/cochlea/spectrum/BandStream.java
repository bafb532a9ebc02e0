package ganglion.cochlea.spectrum;

/** Band powers of a sound that arrives hop by hop. Carries state from hop to hop. Not thread safe. */
public interface BandStream {

    /**
     * Adds a hop of samples and computes the powers of the frame that ends with it. Allocates nothing.
     *
     * @param samples hold the hop
     * @param offset index of its first sample
     * @param powers receives one value per band, bands from low to high, from {@code powersOffset} on
     */
    void next(double[] samples, int offset, double[] powers, int powersOffset);
}
