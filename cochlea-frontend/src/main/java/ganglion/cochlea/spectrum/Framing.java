package ganglion.cochlea.spectrum;

/** The samples of each frame, with hop h, window w and transform size n in samples: */
public enum Framing {
    /**
     * Frame k holds samples (k + 1) h - w to (k + 1) h - 1, with silence before the start: no later sample, so a stream
     * gives the same frames. Frames: samples / h.
     */
    CAUSAL,
    /** Frame k starts at sample k h; only frames that fit. Frames: 1 + (samples - n) / h. */
    WITHIN,
    /** Frame k is centred on sample k h, with silence beyond both ends. Frames: 1 + samples / h. */
    CENTRED,
    /** As {@link #CENTRED}, with the sound mirrored at both ends, the end sample not repeated. */
    CENTRED_REFLECTED
}
