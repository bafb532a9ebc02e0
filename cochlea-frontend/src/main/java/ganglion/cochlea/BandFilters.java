package ganglion.cochlea;

/** The filters that split sound into bands. */
public enum BandFilters {
    /** Triangles over the bins of power spectra, evenly spaced on a mel scale. */
    MEL,
    /** Gammatone filters, evenly spaced on the ERB scale, and the mean power of their envelopes within each hop. */
    GAMMATONE,
    /**
     * Gammatone filters and the mean of their positive half-waves within each hop, for phase-locked spikes. An amplitude,
     * not a power; a short hop keeps the phase.
     */
    HAIR_CELLS
}
