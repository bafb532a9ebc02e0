package ganglion.cochlea.encode;

/** The membranes of leaky integrate-and-fire neurons, one per band. */
final class LifEncoding implements Encoding {

    /** Potentials that do not fire and lie nearer to zero are zero. */
    private static final double SMALLEST_POTENTIAL = 1e-100;

    private final LifReset reset;
    private final double beta;
    private final double givenThreshold;
    private final boolean strict;
    private double threshold;
    /** The least potential that fires. */
    private double firing;

    private final double[] potentials;
    private final double[] drives;
    /** Neurons that fired in the frame before, for the resets that act one frame late. */
    private final int[] fired;

    private int firedCount;

    LifEncoding(double beta, double threshold, boolean strict, LifReset reset, int bands) {
        this.reset = reset;
        this.beta = beta;
        this.givenThreshold = threshold;
        this.strict = strict;
        scaleThreshold(1);
        this.potentials = new double[bands];
        this.drives = new double[bands];
        this.fired = new int[bands];
    }

    @Override
    public final void scaleThreshold(double factor) {
        threshold = givenThreshold * factor;
        firing = strict ? Math.nextUp(threshold) : threshold;
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
