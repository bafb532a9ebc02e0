package ganglion.cochlea.gain;

/**
 * Drive = power / max(largest power of the clip, minimum range): the loudest moment of any clip drives with 1, but a clip
 * that stays below the minimum range stays faint, so that silence does not turn into noise. Looks at the whole clip, hence
 * not for streams.
 *
 * <p>The founding study used a minimum range of {@value #STUDY_MINIMUM_RANGE} on unscaled power spectra of 882-sample Hann
 * windows, where a full-scale sine has the power (441 / 2)^2. {@link #HEARING} is the same loudness in units of full scale,
 * {@value #STUDY_MINIMUM_RANGE} / 220.5^2 = 1.03e-6: with the study's encoder (drives up to 0.149146 never fire) a tone is
 * heard above an amplitude of 0.0004 (-68 dB), whatever the window.
 *
 * @param minimumRange smallest power that is scaled up to 1, above 0, in the unit of the power spectrum
 */
public record NormalisedPower(double minimumRange) implements GainControl {

    /** The study's figure, for unscaled spectra. */
    public static final double STUDY_MINIMUM_RANGE = 0.05;

    /** The study's hearing threshold, for spectra in units of full scale. */
    public static final NormalisedPower HEARING = new NormalisedPower(STUDY_MINIMUM_RANGE / (220.5 * 220.5));

    /** @throws IllegalArgumentException if the range is not a positive number */
    public NormalisedPower {
        if (!(minimumRange > 0 && minimumRange < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a minimum range is a positive number, not " + minimumRange);
        }
    }

    @Override
    public void apply(double[] values, int bands) {
        double range = minimumRange;
        for (double value : values) {
            range = Math.max(range, value);
        }
        for (int i = 0; i < values.length; i++) {
            values[i] /= range;
        }
    }
}
