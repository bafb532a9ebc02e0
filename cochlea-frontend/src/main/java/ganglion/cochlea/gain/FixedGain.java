package ganglion.cochlea.gain;

import static ganglion.documents.key.Types.number;

import ganglion.cochlea.gain.GainControl.GainStage;
import ganglion.cochlea.operation.OperationCounts;
import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByKey.Kind;
import ganglion.documents.key.Shape;

/**
 * Drive = factor times power: no gain control at all, for comparison and for sound of known level.
 *
 * @param factor at least 0
 */
public record FixedGain(double factor) implements CausalGain {

    private static final Key<Double> FACTOR = Key.of("factor", number().from(0))
            .says("What power is multiplied by.")
            .required()
            .example(1.0);

    /** Its word and its keys in documents. */
    static final Kind<FixedGain> KIND = new Kind<>(
            Key.of("fixed", Shape.ofRecord("a factor", FixedGain.class, FACTOR))
                    .says("Multiplies the power by a number.")
                    .exampleText("{factor: 1.0}"),
            FixedGain.class);

    /** @throws IllegalArgumentException if the factor is negative or not finite */
    public FixedGain {
        if (!(factor >= 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a gain is a finite number of at least 0, not " + factor);
        }
    }

    @Override
    public OperationCounts operationsPerFrame(int bands) {
        return OperationCounts.NONE.andMultiplyAdds(bands);
    }

    @Override
    public GainStage start(int bands, double hopSeconds) {
        return new PointwiseGain(bands, power -> factor * power);
    }
}
