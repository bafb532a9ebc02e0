package ganglion.cochlea.encode;

import java.util.Objects;

/**
 * One leaky integrate-and-fire neuron per band, in double precision: v = beta v + drive; it fires when v reaches the
 * threshold. A steady drive below threshold (1 - beta) never fires; one of at least the threshold fires in every frame.
 *
 * @param beta share of the potential kept from frame to frame, 0 to 1
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
    public Encoding start(int bands) {
        return new LifEncoding(this, bands);
    }
}
