package ganglion.cochlea.gain;

import static ganglion.documents.key.Types.number;

import ganglion.cochlea.gain.GainControl.GainStage;
import ganglion.cochlea.operation.OperationCounts;
import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByKey.Kind;
import ganglion.documents.key.Shape;

/**
 * Drive = (level + range) / range: the level in dB of full scale, from 0 at {@code -range} (and below) to 1 at full scale;
 * more than 1 above full scale. With a range of 80 dB this is (20 log10 A + 80) / 80 of the amplitude A. Equal ratios of
 * power give equal differences of drive, so that a network that compares bands does not depend on loudness.
 *
 * @param rangeDecibels above 0
 * @param fullScalePower the power of 0 dB, above 0; 1 for spectra in units of full scale
 */
public record DecibelDrive(double rangeDecibels, double fullScalePower) implements CausalGain {

    /** 80 dB below full scale, for spectra in units of full scale. */
    public static final DecibelDrive DEFAULT = new DecibelDrive(80, 1);

    private static final Key<Double> RANGE = Key.of("range-db", number().above(0))
            .says("Decibels below full scale at which the drive becomes 0.")
            .byDefault(DEFAULT.rangeDecibels)
            .example(80);
    private static final Key<Double> FULL_SCALE = Key.of("full-scale-power", number().above(0))
            .says("Power of 0 dB: 1 with the power scale full-scale.")
            .byDefault(DEFAULT.fullScalePower)
            .example(1.0);

    /** Its word and its keys in documents. */
    static final Kind<DecibelDrive> KIND = new Kind<>(
            Key.of("decibels", Shape.ofRecord("parameters of a drive in dB", DecibelDrive.class, RANGE, FULL_SCALE))
                    .says("The level in dB of full scale, from 0 at the bottom of the range to 1 at full scale.")
                    .exampleText("{range-db: 80}"),
            DecibelDrive.class);

    /** @throws IllegalArgumentException if a number is not positive and finite */
    public DecibelDrive {
        if (!(rangeDecibels > 0 && rangeDecibels < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a range is a positive number of dB, not " + rangeDecibels);
        }
        if (!(fullScalePower > 0 && fullScalePower < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the power of full scale is a positive number, not " + fullScalePower);
        }
    }

    /** The drive of one power of at least 0. */
    public double drive(double power) {
        return Math.max(0, (10 * Math.log10(power / fullScalePower) + rangeDecibels) / rangeDecibels);
    }

    @Override
    public OperationCounts operationsPerFrame(int bands) {
        return OperationCounts.NONE
                .andDivisions(2)
                .andLogarithms(1)
                .andMultiplyAdds(1)
                .andComparisons(1)
                .times(bands);
    }

    @Override
    public GainStage start(int bands, double hopSeconds) {
        return new PointwiseGain(bands, this::drive);
    }
}
