package ganglion.cochlea.spectrum;

/** Band powers of a sound that arrives hop by hop. Carries state from hop to hop. Not thread safe. */
public interface BandStream {

    /**
     * Takes the next hop of samples and gives the powers of the frame that ends with it, allocating nothing.
     *
     * @param samples hold the hop
     * @param offset where it starts
     * @param powers takes one value per band, bands from low to high, from {@code powersOffset} on
     */
    void next(double[] samples, int offset, double[] powers, int powersOffset);
}
