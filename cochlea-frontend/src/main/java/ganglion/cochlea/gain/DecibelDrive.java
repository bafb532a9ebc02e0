package ganglion.cochlea.gain;

/**
 * Drive = (level + range) / range: the level in dB of full scale, from 0 at {@code -range} (and below) to 1 at full scale;
 * louder drives with more than 1. With a range of 80 dB this is (20 log10 A + 80) / 80 of the amplitude A. Equal ratios of
 * loudness make equal differences of drive; a network that looks at differences across bands then does not depend on loudness.
 *
 * @param rangeDecibels above 0
 * @param fullScalePower the power of 0 dB, above 0; 1 for spectra in units of full scale
 */
public record DecibelDrive(double rangeDecibels, double fullScalePower) implements CausalGain {

    /** 80 dB below full scale, for spectra in units of full scale. */
    public static final DecibelDrive DEFAULT = new DecibelDrive(80, 1);

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
    public GainStage start(int bands, double hopSeconds) {
        return new PointwiseGain(bands, this::drive);
    }
}
