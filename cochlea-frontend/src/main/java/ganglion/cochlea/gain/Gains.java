package ganglion.cochlea.gain;

import static ganglion.documents.key.Types.number;

import ganglion.cochlea.gain.GainControl.GainStage;
import ganglion.cochlea.operation.OperationCounts;
import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByKey;
import ganglion.documents.key.KindsByKey.Kind;
import ganglion.documents.key.Shape;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The list of all gain controls: a gain control is its class, its test and one word here. */
public final class Gains {

    /** The gain control of the default front end. */
    public static final GainControl DEFAULT = NormalisedPower.DEFAULT;

    /** Every kind, in the order of pages and messages. */
    public static final KindsByKey<GainControl> KINDS = new KindsByKey<>(
            "one kind of gain",
            List.of(
                    NormalisedPower.KIND,
                    RunningMaximum.KIND,
                    DecibelDrive.KIND,
                    PerChannelEnergy.KIND,
                    FixedGain.KIND));

    /** The gain control of a front end in a document. */
    public static final Key<GainControl> KEY = Key.of("gain", KINDS)
            .says("From band power to the drive of the encoder; exactly one kind.")
            .byDefault(DEFAULT)
            .exampleText("{normalised: {minimum-range: 1.0e-6}}");

    private Gains() {}

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
                throw new IllegalArgumentException(
                        "the power of full scale is a positive number, not " + fullScalePower);
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

    /** A gain without memory: each drive is a function of its own power. */
    private record PointwiseGain(int bands, DoubleUnaryOperator drive) implements GainStage {

        @Override
        public void apply(double[] values, int offset) {
            for (int i = offset; i < offset + bands; i++) {
                values[i] = drive.applyAsDouble(values[i]);
            }
        }
    }
}
