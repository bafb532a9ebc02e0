package ganglion.cochlea.spectrum;

/** Which samples each frame sees. With hop h, window w and transform size n, both in samples: */
public enum Framing {
    /**
     * Frame k sees samples (k + 1) h - w to (k + 1) h - 1, with silence before the start: nothing of the future, so a stream
     * hears the same. Frames: samples / h.
     */
    CAUSAL,
    /** Frame k starts at sample k h; only frames that fit. Frames: 1 + (samples - n) / h. */
    WITHIN,
    /** Frame k is centred on sample k h, with silence beyond both ends. Frames: 1 + samples / h. */
    CENTRED,
    /** As {@link #CENTRED}, with the sound mirrored at both ends, the end sample not repeated. */
    CENTRED_REFLECTED
}
