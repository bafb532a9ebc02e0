package ganglion.cochlea.encode;

import static ganglion.documents.key.Types.flag;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.words;

import ganglion.cochlea.encode.SpikeEncoder.SpikeSink;
import ganglion.cochlea.operation.OperationCounts;
import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByKey.Kind;
import ganglion.documents.key.Shape;
import java.util.Objects;

/**
 * One leaky integrate-and-fire neuron per band, in double precision: v = beta v + drive; it fires when v reaches the
 * threshold. A steady drive below threshold (1 - beta) never fires; one of at least the threshold fires in every frame.
 *
 * <p>A potential that does not fire and lies nearer to zero than 1e-100 is zero: in silence,
 * potentials would otherwise become and stay subnormal, which processors handle slowly.
 *
 * @param beta share of the potential that is left after one frame, 0 to 1
 * @param threshold potential at which the neuron fires, above 0
 * @param strict whether it fires only above the threshold, not on it
 * @param reset what a spike does to the potential
 */
public record LifEncoder(double beta, double threshold, boolean strict, LifReset reset) implements SpikeEncoder {

    /**
     * The founding study's encoder: a drive of 0.15 fires at frame 32. Its decay is the root of
     * 1 = 0.15 (beta^32 - 1) / (beta - 1), rounded to six digits.
     */
    public static final LifEncoder STUDY = new LifEncoder(0.850854, 1, false, LifReset.ZERO);

    private static final Key<Double> BETA = Key.of("beta", number().from(0).to(1))
            .says("Share of the potential that is left after one tick.")
            .byDefault(STUDY.beta())
            .example(0.850854);
    private static final Key<Double> THRESHOLD = Key.of("threshold", number().above(0))
            .says("Potential at which the neuron fires.")
            .byDefault(STUDY.threshold())
            .example(1.0);
    private static final Key<LifReset> RESET = Key.of("reset", words("the name of a reset", LifReset.class))
            .says("What a spike does to the potential: set it to zero or subtract the threshold, at once or, as"
                    + " trainers do it, at the next tick (losing the input of that tick, or after its decay).")
            .byDefault(STUDY.reset())
            .example("zero");
    private static final Key<Boolean> STRICT = Key.of("strict", flag())
            .says("Whether the neuron fires only above the threshold, rather than at it.")
            .byDefault(STUDY.strict())
            .example(false);

    /** Its word and its keys in documents. */
    static final Kind<LifEncoder> KIND = new Kind<>(
            Key.of(
                            "lif",
                            Shape.of(
                                            "parameters of the encoder",
                                            place -> new LifEncoder(
                                                    BETA.in(place),
                                                    THRESHOLD.in(place),
                                                    STRICT.in(place),
                                                    RESET.in(place)),
                                            BETA,
                                            THRESHOLD,
                                            RESET,
                                            STRICT)
                                    .writtenBy((encoder, into) -> {
                                        BETA.write(into, encoder.beta);
                                        THRESHOLD.write(into, encoder.threshold);
                                        RESET.write(into, encoder.reset);
                                        STRICT.write(into, encoder.strict);
                                    }))
                    .says("One leaky integrate-and-fire neuron for each band, driven by the band.")
                    .exampleText("{beta: 0.850854, threshold: 1.0}"),
            LifEncoder.class);

    /** @throws IllegalArgumentException if a number is out of its range */
    public LifEncoder {
        if (!(beta >= 0 && beta <= 1)) {
            throw new IllegalArgumentException("beta is 0 to 1, not " + beta);
        }
        if (!(threshold > 0 && threshold < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a threshold is a positive number, not " + threshold);
        }
        Objects.requireNonNull(reset, "reset");
    }

    @Override
    public OperationCounts operationsPerFrame(int bands) {
        return OperationCounts.NONE.andMultiplyAdds(1).andComparisons(1).times(bands);
    }

    @Override
    public Encoding start(int bands) {
        return new Membranes(bands);
    }

    /** The membranes of leaky integrate-and-fire neurons, one per band. */
    private final class Membranes implements Encoding {

        /** Potentials that do not fire and lie nearer to zero are zero. */
        private static final double SMALLEST_POTENTIAL = 1e-100;

        /** The least potential that fires. */
        private final double firing;

        private final double[] potentials;
        private final double[] drives;
        /** Neurons that fired in the frame before, for the resets that act one frame late. */
        private final int[] fired;

        private int firedCount;

        Membranes(int bands) {
            this.firing = strict ? Math.nextUp(threshold) : threshold;
            this.potentials = new double[bands];
            this.drives = new double[bands];
            this.fired = new int[bands];
        }

        @Override
        public void encode(double[] values, int offset, long tick, SpikeSink spikes) {
            System.arraycopy(values, offset, drives, 0, drives.length);
            leak(potentials, drives, beta);
            for (int i = 0; i < firedCount; i++) {
                potentials[fired[i]] = afterLateReset(potentials[fired[i]]);
            }
            firedCount = 0;
            for (int band = 0; band < potentials.length; band++) {
                double potential = potentials[band];
                if (potential >= firing) {
                    spikes.spike(tick, band);
                    fired[firedCount++] = band;
                    potentials[band] = afterReset(potential);
                } else if (Math.abs(potential) < SMALLEST_POTENTIAL) {
                    potentials[band] = 0;
                }
            }
        }

        /** A loop of its own, which HotSpot turns into vector instructions. */
        private static void leak(double[] potentials, double[] drives, double beta) {
            for (int i = 0; i < potentials.length; i++) {
                potentials[i] = beta * potentials[i] + drives[i];
            }
        }

        private double afterLateReset(double potential) {
            return switch (reset) {
                case ZERO, SUBTRACT -> potential;
                case ZERO_SKIPPING_INPUT -> 0;
                case SUBTRACT_AFTER_DECAY -> potential - threshold;
            };
        }

        private double afterReset(double potential) {
            return switch (reset) {
                case ZERO -> 0;
                case SUBTRACT -> potential - threshold;
                case ZERO_SKIPPING_INPUT, SUBTRACT_AFTER_DECAY -> potential;
            };
        }
    }

    /**
     * Reset of the membrane potential by a spike. The resets of snnTorch changed their meaning under the same names: up to
     * 2022 the reset acted on the next potential with its input, later on the decayed potential alone. Both are available and
     * give different spikes.
     */
    public enum LifReset {
        /** v = 0 at once: the next potential is its input. snnTorch's "zero" since 2022; period 32 at drive 0.15. */
        ZERO,
        /** v = v - threshold at once, so that the decay acts on the rest. snnTorch's "subtract" until 2022. */
        SUBTRACT,
        /** The next potential is 0 as well, its input lost. snnTorch's "zero" until 2022; period 33 at drive 0.15. */
        ZERO_SKIPPING_INPUT,
        /** The threshold is taken off the next potential after its decay. snnTorch's "subtract" since 2022. */
        SUBTRACT_AFTER_DECAY
    }
}
