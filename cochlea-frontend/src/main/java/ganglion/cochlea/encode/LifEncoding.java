package ganglion.cochlea.encode;

/** The membranes of leaky integrate-and-fire neurons, one per band. */
final class LifEncoding implements Encoding {

    private final LifReset reset;
    private final double beta;
    private final double threshold;
    private final boolean strict;
    private final double[] potentials;
    /** Whether each neuron fired in the frame before, for the resets that act one frame late. */
    private final boolean[] fired;

    LifEncoding(double beta, double threshold, boolean strict, LifReset reset, int bands) {
        this.reset = reset;
        this.beta = beta;
        this.threshold = threshold;
        this.strict = strict;
        this.potentials = new double[bands];
        this.fired = new boolean[bands];
    }

    @Override
    public void encode(double[] values, int offset, long tick, SpikeSink spikes) {
        for (int band = 0; band < potentials.length; band++) {
            double potential = beta * potentials[band] + values[offset + band];
            if (fired[band]) {
                potential = afterLateReset(potential);
            }
            boolean fires = strict ? potential > threshold : potential >= threshold;
            if (fires) {
                spikes.spike(tick, band);
                potential = afterReset(potential);
            }
            fired[band] = fires;
            potentials[band] = potential;
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
