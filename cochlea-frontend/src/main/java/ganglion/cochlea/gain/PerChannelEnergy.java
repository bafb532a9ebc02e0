package ganglion.cochlea.gain;

/**
 * Per-channel energy normalisation: each band is divided by a power of its own smoothed past, then compressed. Steady sound
 * fades, onsets stand out, and loudness all but cancels. With m the smoothed power, m = (1 - b) m + b power:
 *
 * <pre>drive = (power / (smallest + m)^gain + bias)^exponent - bias^exponent</pre>
 *
 * <p>Y. Wang et al., Trainable frontend for robust and far-field keyword spotting, ICASSP 2017; the same numbers as {@code
 * librosa.pcen}, whose smoothing is b = (sqrt(1 + 4 T^2) - 1) / (2 T^2) with T the time constant in frames, and which starts
 * with m = 1 before the first frame.
 *
 * @param gain how much of the loudness is divided out, 0 to 1
 * @param bias at least 0: quiets what is near the smoothed power; 0 for plain powers
 * @param exponent of the compression, 0 to 1; 0 for ln(1 + power / (smallest + m)^gain)
 * @param timeConstantSeconds of the smoothing, above 0
 * @param smallest keeps the division finite, above 0
 * @param scale what powers are multiplied by first, above 0: the defaults of the others are made for 16-bit and larger integers
 */
public record PerChannelEnergy(
        double gain, double bias, double exponent, double timeConstantSeconds, double smallest, double scale)
        implements CausalGain {

    /** librosa's defaults, on powers as they are. */
    public static final PerChannelEnergy LIBROSA = new PerChannelEnergy(0.98, 2, 0.5, 0.4, 1e-6, 1);

    /** The same for spectra in units of full scale: times 2^31, as librosa recommends for samples of -1 to 1. */
    public static final PerChannelEnergy DEFAULT = new PerChannelEnergy(0.98, 2, 0.5, 0.4, 1e-6, 0x1p31);

    /** @throws IllegalArgumentException if a number is out of its range */
    public PerChannelEnergy {
        if (!(gain >= 0 && gain <= 1 && exponent >= 0 && exponent <= 1)) {
            throw new IllegalArgumentException(
                    "gain and exponent of an energy normalisation are 0 to 1, not " + gain + " and " + exponent);
        }
        if (!(bias >= 0 && bias < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the bias of an energy normalisation is at least 0, not " + bias);
        }
        if (!(isPositive(timeConstantSeconds) && isPositive(smallest) && isPositive(scale))) {
            throw new IllegalArgumentException(
                    "time constant, smallest power and scale of an energy normalisation are positive numbers, not "
                            + timeConstantSeconds + ", " + smallest + " and " + scale);
        }
    }

    private static boolean isPositive(double number) {
        return number > 0 && number < Double.POSITIVE_INFINITY;
    }

    @Override
    public GainStage start(int bands, double hopSeconds) {
        return new PerChannelEnergyStage(this, bands, hopSeconds);
    }
}
