package ganglion.cochlea.gain;

import static ganglion.documents.key.Types.number;

import ganglion.cochlea.operation.OperationCounts;
import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByKey.Kind;
import ganglion.documents.key.Shape;

/**
 * Drive = power / max(largest power of the clip, minimum range): the loudest frame of a clip has drive 1, but a clip that
 * stays below the minimum range has lower drives, so that silence does not turn into noise. Depends on the whole clip;
 * {@link RunningMaximum} is for streams.
 *
 * <p>The founding study used a minimum range of {@value #STUDY_MINIMUM_RANGE} on unscaled power spectra, where that number
 * stands for a different loudness at every window length. {@link #DEFAULT} ties it to full scale instead.
 *
 * @param minimumRange smallest power that is scaled up to 1, above 0, in the unit of the power spectrum
 */
public record NormalisedPower(double minimumRange) implements GainControl {

    /** The study's figure, for unscaled spectra. */
    public static final double STUDY_MINIMUM_RANGE = 0.05;

    /** Mean amplitude at which the study's listeners heard a tone, as a share of full scale: -70 dB. */
    private static final double HEARING_THRESHOLD_AMPLITUDE = 0.0003;

    /** Largest steady drive at which the encoder of the study never fires: 1 - beta. */
    private static final double SUBTHRESHOLD_DRIVE = 0.149146;

    /**
     * For spectra in units of full scale (a full-scale sine has power 1): a steady tone in the middle of a band gives
     * spikes from an amplitude of 0.0003 on. The range is 0.0003^2 / 0.149146 = 6.03e-7.
     */
    public static final NormalisedPower DEFAULT =
            new NormalisedPower(HEARING_THRESHOLD_AMPLITUDE * HEARING_THRESHOLD_AMPLITUDE / SUBTHRESHOLD_DRIVE);

    /** Shared with the running maximum. */
    static final Key<Double> MINIMUM_RANGE = Key.of("minimum-range", number().above(0))
            .says(
                    "Power below which sound counts as faint and is not raised to full drive. Left out, the hearing threshold of the"
                            + " founding study.")
            .impliedDefault(DEFAULT.minimumRange)
            .example(1e-6);

    /** Its word and its keys in documents. */
    static final Kind<NormalisedPower> KIND = new Kind<>(
            Key.of("normalised", Shape.ofRecord("parameters of normalised power", NormalisedPower.class, MINIMUM_RANGE))
                    .says("Divides by the loudest moment of the clip, so that spikes do not depend on loudness.")
                    .exampleText("{minimum-range: 1.0e-6}"),
            NormalisedPower.class);

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
    public OperationCounts operationsPerFrame(int bands) {
        return OperationCounts.NONE.andComparisons(1).andDivisions(1).times(bands);
    }

    @Override
    public void apply(double[] values, int bands, double hopSeconds) {
        double range = minimumRange;
        for (double value : values) {
            // Faster than Math.max, which also handles NaN and negative zero.
            range = value > range ? value : range;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] /= range;
        }
    }
}
