package ganglion.cochlea.gain;

/**
 * Drive = ln(1 + steepness power) / ln(1 + steepness): linear for faint sound, logarithmic for loud sound, 1 at power 1.
 *
 * @param steepness above 0: powers well above its reciprocal are compressed
 */
public record LogCompression(double steepness) implements CausalGain {

    /** Compresses powers above 1e-6, that is -60 dB in units of full scale. */
    public static final LogCompression DEFAULT = new LogCompression(1e6);

    /** @throws IllegalArgumentException if the steepness is not a positive, finite number */
    public LogCompression {
        if (!(steepness > 0 && steepness < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the steepness of a compression is a positive number, not " + steepness);
        }
    }

    @Override
    public GainStage start(int bands, double hopSeconds) {
        double scale = 1 / Math.log1p(steepness);
        return new PointwiseGain(bands, power -> Math.log1p(steepness * power) * scale);
    }
}
