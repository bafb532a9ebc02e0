package ganglion.learning.data;

import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.contour.Contour;
import ganglion.cochlea.encode.CurrentInjection;
import ganglion.cochlea.expression.Intonation;
import java.util.Optional;

/**
 * How sounds become samples.
 *
 * @param ear front end
 * @param heardAs which features of a sound become the input
 * @param coefficients number of cepstral coefficients, 1 to the number of bands; without effect where the input has none
 * @param contour how a contour is computed; without effect where the input has none
 * @param framesPerStep frames of the ear from one step to the next, 1 unless the input has a contour or expression
 * @param steps steps of each sample: longer sounds are cut, shorter ones followed by silence
 * @param augmentation changes from epoch to epoch
 */
public record HearingSettings(
        CochleaParameters ear,
        HeardAs heardAs,
        int coefficients,
        Contour contour,
        int framesPerStep,
        int steps,
        Augmentation augmentation) {

    /** @throws IllegalArgumentException if there is no step, or there are more coefficients than bands */
    public HearingSettings {
        if (steps < 1) {
            throw new IllegalArgumentException("samples of " + steps + " steps, expected 1 or more");
        }
        if (coefficients < 1 || coefficients > ear.mel().bands()) {
            throw new IllegalArgumentException("found " + coefficients + " cepstral coefficients, expected 1 to "
                    + ear.mel().bands() + ", the number of bands");
        }
        boolean shaped = heardAs.hasContour() || heardAs.hasExpression();
        if (framesPerStep < 1 || framesPerStep > 1 && !shaped) {
            throw new IllegalArgumentException("found " + framesPerStep + " frames for each step, expected "
                    + (shaped ? "1 or more" : "1, as neither a contour nor expression is heard"));
        }
        if (augmentation.spectrum().active() && !heardAs.hasContour()) {
            throw new IllegalArgumentException("found a change of spectra, expected none, as no contour is heard");
        }
        if (augmentation.spectrum().active() && heardAs.hasIntonation()) {
            throw new IllegalArgumentException("found a change of spectra, expected none, as intonation is heard");
        }
        if (heardAs.hasIntonation() && ear.hopSeconds() > Intonation.LONGEST_HOP_SECONDS) {
            throw new IllegalArgumentException("found a hop of " + ear.hopSeconds() + " s, expected at most "
                    + Intonation.LONGEST_HOP_SECONDS + " s where intonation is heard");
        }
    }

    /** Settings without cepstral coefficients. */
    public HearingSettings(CochleaParameters ear, HeardAs heardAs, int steps, Augmentation augmentation) {
        this(ear, heardAs, 1, Contour.USUAL, 1, steps, augmentation);
    }

    /** The same with other changes from epoch to epoch. */
    public HearingSettings withAugmentation(Augmentation other) {
        return new HearingSettings(ear, heardAs, coefficients, contour, framesPerStep, steps, other);
    }

    /** The same with samples of other lengths. */
    public HearingSettings withSteps(int other) {
        return new HearingSettings(ear, heardAs, coefficients, contour, framesPerStep, other, augmentation);
    }

    /**
     * Which numbers become the input.
     *
     * @throws IllegalStateException if the input is spikes
     */
    public CurrentInjection numbers() {
        if (!heardAs.isNumbers()) {
            throw new IllegalStateException("the input is " + heardAs);
        }
        return new CurrentInjection(
                heardAs.hasDrive(),
                heardAs.hasContour() ? Optional.of(contour) : Optional.empty(),
                heardAs.hasCepstrum() ? coefficients : 0,
                heardAs.hasExpression(),
                heardAs.hasIntonation(),
                framesPerStep);
    }

    /** Number of inputs of a network with these settings. */
    public int inputs() {
        int bands = ear.mel().bands();
        return heardAs.isNumbers() ? numbers().neurons(bands) : ear.encoder().neurons(bands);
    }

    /** Length of a step in seconds. */
    public double stepSeconds() {
        return ear.hopSeconds() * framesPerStep;
    }

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

        /** Whether the encoder's input is part of it. */
        public boolean hasDrive() {
            return this == NUMBERS || this == NUMBERS_AND_CEPSTRUM;
        }

        /** Whether the input is numbers rather than spikes. */
        public boolean isNumbers() {
            return this != SPIKES;
        }
    }
}
