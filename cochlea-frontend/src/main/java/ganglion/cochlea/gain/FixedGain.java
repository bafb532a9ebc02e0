package ganglion.cochlea.gain;

/**
 * Drive = factor times power: no gain control at all, for comparison and for sound of known level.
 *
 * @param factor at least 0
 */
public record FixedGain(double factor) implements CausalGain {

    /** @throws IllegalArgumentException if the factor is negative or not finite */
    public FixedGain {
        if (!(factor >= 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a gain is a finite number of at least 0, not " + factor);
        }
    }

    @Override
    public GainStage start(int bands, double hopSeconds) {
        return new PointwiseGain(bands, power -> factor * power);
    }
}
