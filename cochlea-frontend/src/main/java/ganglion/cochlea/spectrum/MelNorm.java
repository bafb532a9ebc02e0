package ganglion.cochlea.spectrum;

/** How the triangles of a mel filter bank are weighted. */
public enum MelNorm {
    /** Each triangle peaks at 1, so that a sine has the same power in any band. */
    NONE,
    /** Each triangle has unit area, so that white noise has equal power in all bands and tones in high bands have little. */
    SLANEY
}
