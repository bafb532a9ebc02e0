package ganglion.cochlea.gain;

/**
 * Drive = power / max(largest power of the clip, minimum range): the loudest moment of any clip drives with 1, but a clip
 * that stays below the minimum range stays faint, so that silence does not turn into noise. Looks at the whole clip, hence
 * not for streams: {@link RunningMaximum} is.
 *
 * <p>The founding study used a minimum range of {@value #STUDY_MINIMUM_RANGE} on unscaled power spectra, where that number
 * means another loudness for every window length. {@link #DEFAULT} ties it to full scale instead.
 *
 * @param minimumRange smallest power that is scaled up to 1, above 0, in the unit of the power spectrum
 */
public record NormalisedPower(double minimumRange) implements GainControl {

    /** The study's figure, for unscaled spectra. */
    public static final double STUDY_MINIMUM_RANGE = 0.05;

    /** Mean amplitude at which the study's listeners heard a tone, as a share of full scale: -70 dB. */
    private static final double HEARING_THRESHOLD_AMPLITUDE = 0.0003;

    /** Steady drive up to which the study's encoder never fires: 1 - beta. */
    private static final double SUBTHRESHOLD_DRIVE = 0.149146;

    /**
     * For spectra in units of full scale (a full-scale sine has power 1): a steady tone in the middle of a band is heard
     * from an amplitude of 0.0003 on. The range is 0.0003^2 / 0.149146 = 6.03e-7.
     */
    public static final NormalisedPower DEFAULT =
            new NormalisedPower(HEARING_THRESHOLD_AMPLITUDE * HEARING_THRESHOLD_AMPLITUDE / SUBTHRESHOLD_DRIVE);

    /** @throws IllegalArgumentException if the range is not a positive number */
    public NormalisedPower {
        checkRange(minimumRange);
    }

    static void checkRange(double minimumRange) {
        if (!(minimumRange > 0 && minimumRange < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a minimum range is a positive number, not " + minimumRange);
        }
    }

    @Override
    public void apply(double[] values, int bands, double hopSeconds) {
        double range = minimumRange;
        for (double value : values) {
            // Powers are numbers of at least 0, so that Math.max, which takes longer, is not needed.
            range = value > range ? value : range;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] /= range;
        }
    }
}
