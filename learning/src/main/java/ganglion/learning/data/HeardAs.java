package ganglion.learning.data;

/** Which features of a sound become the input of a network. */
public enum HeardAs {
    /** The spikes of the ear's encoder, one neuron per band unless the encoder defines more. */
    SPIKES,
    /** The input of the encoder, one number per band: for networks whose first layer encodes. */
    NUMBERS,
    /** Cepstral coefficients of the encoder's input; MFCC if the gain is in decibels. */
    CEPSTRUM,
    /** The input of the encoder, then its cepstral coefficients. */
    NUMBERS_AND_CEPSTRUM,
    /** Levels relative to the loudest moment, and what rises and falls: {@link ganglion.cochlea.contour.Contour}. */
    CONTOUR,
    /** The contour, and cepstral coefficients of its levels after it. */
    CONTOUR_AND_CEPSTRUM,
    /** How the sound is shaped in time: {@link ganglion.cochlea.expression.Expression}. */
    EXPRESSION,
    /** The contour with its cepstrum, and the expression after it. */
    CONTOUR_AND_EXPRESSION,
    /** The expression, then the course of the pitch: {@link ganglion.cochlea.expression.Intonation}. */
    EXPRESSION_AND_INTONATION,
    /** The contour with its cepstrum, the expression, then the course of the pitch. */
    CONTOUR_EXPRESSION_AND_INTONATION,
    /** Power spectra, one number per bin: for ears whose bands are learned with the network. */
    SPECTRUM;

    /** Whether a contour is part of it. */
    public boolean hasContour() {
        return this == CONTOUR
                || this == CONTOUR_AND_CEPSTRUM
                || this == CONTOUR_AND_EXPRESSION
                || this == CONTOUR_EXPRESSION_AND_INTONATION;
    }

    /** Whether cepstral coefficients are part of it. */
    public boolean hasCepstrum() {
        return this == CEPSTRUM
                || this == NUMBERS_AND_CEPSTRUM
                || this == CONTOUR_AND_CEPSTRUM
                || this == CONTOUR_AND_EXPRESSION
                || this == CONTOUR_EXPRESSION_AND_INTONATION;
    }

    /** Whether expression is part of it. */
    public boolean hasExpression() {
        return this == EXPRESSION || this == CONTOUR_AND_EXPRESSION || hasIntonation();
    }

    /** Whether intonation is part of it. */
    public boolean hasIntonation() {
        return this == EXPRESSION_AND_INTONATION || this == CONTOUR_EXPRESSION_AND_INTONATION;
    }

    /** Whether the encoder's input is part of it. */
    public boolean hasDrive() {
        return this == NUMBERS || this == NUMBERS_AND_CEPSTRUM;
    }

    /** Whether the input is numbers rather than spikes. */
    public boolean isNumbers() {
        return this != SPIKES;
    }
}
