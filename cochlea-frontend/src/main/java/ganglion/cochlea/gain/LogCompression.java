package ganglion.cochlea.gain;

import static ganglion.documents.key.Types.number;

import ganglion.cochlea.operation.OperationCounts;
import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByKey.Kind;
import ganglion.documents.key.Shape;

/**
 * Drive = ln(1 + steepness power) / ln(1 + steepness): linear for low powers, logarithmic for high powers, 1 at power 1.
 *
 * @param steepness above 0: powers well above its reciprocal are compressed
 */
public record LogCompression(double steepness) implements CausalGain {

    /** Compresses powers above 1e-6, that is -60 dB in units of full scale. */
    public static final LogCompression DEFAULT = new LogCompression(1e6);

    private static final Key<Double> STEEPNESS = Key.of("steepness", number().above(0))
            .says("Powers well above its reciprocal are compressed.")
            .byDefault(DEFAULT.steepness)
            .example(1_000_000);

    /** Its word and its keys in documents. */
    static final Kind<LogCompression> KIND = new Kind<>(
            Key.of(
                            "logarithmic",
                            Shape.ofRecord("parameters of a compression", LogCompression.class, STEEPNESS))
                    .says("The logarithm of 1 + steepness times power, scaled to 1 at power 1: linear for faint sound.")
                    .exampleText("{steepness: 1000000}"),
            LogCompression.class);

    /** @throws IllegalArgumentException if the steepness is not a positive, finite number */
    public LogCompression {
        if (!(steepness > 0 && steepness < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the steepness of a compression is a positive number, not " + steepness);
        }
    }

    @Override
    public OperationCounts operationsPerFrame(int bands) {
        return OperationCounts.NONE.andMultiplyAdds(2).andLogarithms(1).times(bands);
    }

    @Override
    public GainStage start(int bands, double hopSeconds) {
        double scale = 1 / Math.log1p(steepness);
        return new PointwiseGain(bands, power -> Math.log1p(steepness * power) * scale);
    }
}
