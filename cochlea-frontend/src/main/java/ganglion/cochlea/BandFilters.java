package ganglion.cochlea;

/** How sound is parted into bands. */
public enum BandFilters {
    /** Triangles over the bins of power spectra, evenly spaced on a mel scale. */
    MEL,
    /** Gammatone filters, evenly spaced on the ERB scale, and the mean power of their envelopes within each hop. */
    GAMMATONE,
    /**
     * Gammatone filters and the mean of their positive half-waves within each hop, for phase-locked spikes: an amplitude, not
     * a power, which keeps the phase if the hop is short.
     */
    HAIR_CELLS
}
