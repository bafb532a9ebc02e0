package ganglion.cochlea.gain;

import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.seconds;

import ganglion.cochlea.gain.GainControl.GainStage;
import ganglion.cochlea.operation.OperationCounts;
import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByKey.Kind;
import ganglion.documents.key.Shape;
import java.util.Arrays;

/**
 * Per-channel energy normalisation: each band is divided by a power of its own smoothed past, then compressed. Steady
 * sound fades, onsets stand out, and loudness nearly cancels. With m the smoothed power, m = (1 - b) m + b power:
 *
 * <pre>drive = (power / (smallest + m)^gain + bias)^exponent - bias^exponent</pre>
 *
 * <p>A smoothed power below 1e-100 is zero: in silence it would otherwise stay subnormal, which processors handle
 * slowly.
 *
 * <p>Y. Wang et al., Trainable frontend for robust and far-field keyword spotting, ICASSP 2017; the same numbers as {@code
 * librosa.pcen}, whose smoothing is b = (sqrt(1 + 4 T^2) - 1) / (2 T^2) with T the time constant in frames, and which starts
 * with m = 1 before the first frame.
 *
 * @param gain exponent of the smoothed power, 0 to 1: how far loudness cancels
 * @param bias at least 0: attenuates powers near the smoothed power; 0 for plain powers
 * @param exponent of the compression, 0 to 1; 0 for ln(1 + power / (smallest + m)^gain)
 * @param timeConstantSeconds of the smoothing, above 0
 * @param smallest keeps the division finite, above 0
 * @param scale factor of powers, above 0: the other defaults are meant for integer samples of 16 bits or more
 */
public record PerChannelEnergy(
        double gain, double bias, double exponent, double timeConstantSeconds, double smallest, double scale)
        implements CausalGain {

    /** librosa's defaults, with scale 1. */
    public static final PerChannelEnergy LIBROSA = new PerChannelEnergy(0.98, 2, 0.5, 0.4, 1e-6, 1);

    /** The same for spectra in units of full scale: times 2^31, as librosa recommends for samples of -1 to 1. */
    public static final PerChannelEnergy DEFAULT = new PerChannelEnergy(0.98, 2, 0.5, 0.4, 1e-6, 0x1p31);

    private static final Key<Double> GAIN = Key.of("gain", number().from(0).to(1))
            .says("How much of the loudness is divided out.")
            .byDefault(DEFAULT.gain)
            .example(0.98);
    private static final Key<Double> BIAS = Key.of("bias", number().from(0))
            .says("Attenuates powers near the smoothed power.")
            .byDefault(DEFAULT.bias)
            .example(2.0);
    private static final Key<Double> EXPONENT = Key.of(
                    "exponent", number().from(0).to(1))
            .says("Exponent of the compression; 0 for a logarithm.")
            .byDefault(DEFAULT.exponent)
            .example(0.5);
    private static final Key<Double> TIME_CONSTANT = Key.of("time-constant", seconds())
            .says("Time constant of the smoothing.")
            .byDefault(DEFAULT.timeConstantSeconds)
            .example("400 ms");
    private static final Key<Double> SMALLEST = Key.of("smallest", number().above(0))
            .says("Keeps the division finite.")
            .byDefault(DEFAULT.smallest)
            .example(1e-6);
    private static final Key<Double> SCALE = Key.of("scale", number().above(0))
            .says("What powers are multiplied by first. The default suits the power scale full-scale.")
            .byDefault(DEFAULT.scale)
            .example(2147483648L);

    /** Its word and its keys in documents. */
    static final Kind<PerChannelEnergy> KIND = new Kind<>(
            Key.of(
                            "per-channel-energy",
                            Shape.ofRecord(
                                    "parameters of per-channel energy normalisation",
                                    PerChannelEnergy.class,
                                    GAIN,
                                    BIAS,
                                    EXPONENT,
                                    TIME_CONSTANT,
                                    SMALLEST,
                                    SCALE))
                    .says("Divides each band by its own smoothed past power, then compresses (PCEN): onsets stand"
                            + " out, steady sound fades. (power / (smallest + smoothed)^gain + bias)^exponent -"
                            + " bias^exponent.")
                    .exampleText("{time-constant: 400 ms}"),
            PerChannelEnergy.class);

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
    public OperationCounts operationsPerFrame(int bands) {
        return OperationCounts.NONE
                .andMultiplyAdds(5)
                .plus(OperationCounts.POWER)
                .plus(compression())
                .times(bands);
    }

    private OperationCounts compression() {
        if (exponent == 0) {
            return OperationCounts.NONE.andLogarithms(1);
        }
        return bias == 0
                ? OperationCounts.POWER
                : OperationCounts.NONE
                        .andDivisions(1)
                        .plus(OperationCounts.POWER)
                        .andMultiplyAdds(1);
    }

    @Override
    public GainStage start(int bands, double hopSeconds) {
        return new Normalisation(bands, hopSeconds);
    }

    /** The smoothed powers of a {@link PerChannelEnergy}. */
    private final class Normalisation implements GainStage {

        /** Smoothed powers below are zero. */
        private static final double SMALLEST_SMOOTHED = 1e-100;

        private final double smoothing;
        private final double[] smoothed;
        private final double biasPower;

        Normalisation(int bands, double hopSeconds) {
            double frames = timeConstantSeconds / hopSeconds;
            this.smoothing = (Math.sqrt(1 + 4 * frames * frames) - 1) / (2 * frames * frames);
            this.smoothed = new double[bands];
            Arrays.fill(smoothed, 1);
            this.biasPower = Math.pow(bias, exponent);
        }

        @Override
        public void apply(double[] values, int offset) {
            for (int band = 0; band < smoothed.length; band++) {
                double power = scale * values[offset + band];
                smoothed[band] += smoothing * (power - smoothed[band]);
                if (smoothed[band] < SMALLEST_SMOOTHED) {
                    smoothed[band] = 0;
                }
                values[offset + band] = compressed(power * Math.pow(smallest + smoothed[band], -gain));
            }
        }

        private double compressed(double power) {
            if (exponent == 0) {
                return Math.log1p(power);
            }
            if (bias == 0) {
                return Math.pow(power, exponent);
            }
            // (power + bias)^exponent - bias^exponent, without losing the digits of faint powers.
            return biasPower * Math.expm1(exponent * Math.log1p(power / bias));
        }
    }
}
