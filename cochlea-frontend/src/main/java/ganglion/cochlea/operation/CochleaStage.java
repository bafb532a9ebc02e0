package ganglion.cochlea.operation;

import ganglion.documents.key.Worded;

/** A stage of the front end, in the order in which sound passes them. */
public enum CochleaStage implements Worded {
    /** To the sample rate of the front end; none for sound that has it, such as that of a microphone. */
    RESAMPLING,
    /** The taper of frames. */
    WINDOW,
    /** The Fourier transform of frames, to powers. */
    TRANSFORM,
    /** From powers to mel bands, or the whole gammatone bank. */
    BANDS,
    /** Lateral inhibition. */
    INHIBITION,
    /** Gain control, with its compression. */
    GAIN,
    /** Levels and the contour that is made of them. */
    CONTOUR,
    /** The cosine transform. */
    CEPSTRUM,
    /** Fluctuations of level. */
    EXPRESSION,
    /** Fluctuations of pitch, with the spectra that they are computed from. */
    INTONATION,
    /** From drives to spikes. */
    ENCODER;
}
