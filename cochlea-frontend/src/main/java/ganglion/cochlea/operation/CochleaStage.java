package ganglion.cochlea.operation;

import java.util.Locale;

/** A stage of the front end, in the order in which sound passes them. */
public enum CochleaStage {
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

    /** Its name in documents, such as {@code transform}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
