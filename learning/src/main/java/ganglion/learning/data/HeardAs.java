package ganglion.learning.data;

/** What of a sound as heard becomes the input of a network. */
public enum HeardAs {
    /** The spikes of the ear's encoder, one neuron a band unless the encoder has it otherwise. */
    SPIKES,
    /** What the encoder would see, a number for each band: for networks whose first layer encodes. */
    NUMBERS,
    /** Cepstral coefficients of what the encoder would see, MFCC if the ear's gain is in decibels. */
    CEPSTRUM,
    /** What the encoder would see, and its cepstral coefficients after it. */
    NUMBERS_AND_CEPSTRUM,
    /** Levels relative to the loudest moment, and what rises and falls: {@link ganglion.cochlea.contour.Contour}. */
    CONTOUR,
    /** The contour, and cepstral coefficients of its levels after it. */
    CONTOUR_AND_CEPSTRUM,
    /** How the sound is shaped in time: {@link ganglion.cochlea.expression.Expression}. */
    EXPRESSION,
    /** The contour with its cepstrum, and the expression after it. */
    CONTOUR_AND_EXPRESSION,
    /** The expression, and what the pitch does after it: {@link ganglion.cochlea.expression.Intonation}. */
    EXPRESSION_AND_INTONATION,
    /** The contour with its cepstrum, the expression, and what the pitch does after it. */
    CONTOUR_EXPRESSION_AND_INTONATION;

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

    /** Whether what the encoder would see is part of it. */
    public boolean hasDrive() {
        return this == NUMBERS || this == NUMBERS_AND_CEPSTRUM;
    }

    /** Whether the input is numbers rather than spikes. */
    public boolean isNumbers() {
        return this != SPIKES;
    }
}
