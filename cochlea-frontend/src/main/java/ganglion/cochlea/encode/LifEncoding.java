package ganglion.cochlea.encode;

/** The membranes of a {@link LifEncoder}, one per band. */
final class LifEncoding implements Encoding {

    private final LifEncoder parameters;
    private final double[] potentials;
    /** Whether each neuron fired in the frame before, for the resets that act one frame late. */
    private final boolean[] fired;

    LifEncoding(LifEncoder parameters, int bands) {
        this.parameters = parameters;
        this.potentials = new double[bands];
        this.fired = new boolean[bands];
    }

    @Override
    public void encode(double[] values, int offset, long tick, SpikeSink spikes) {
        double threshold = parameters.threshold();
        boolean strict = parameters.strict();
        for (int band = 0; band < potentials.length; band++) {
            double potential = next(band, values[offset + band]);
            boolean fires = strict ? potential > threshold : potential >= threshold;
            if (fires) {
                spikes.spike(tick, band);
                potential = afterSpike(potential);
            }
            fired[band] = fires;
            potentials[band] = potential;
        }
    }

    private double next(int band, double drive) {
        double potential = parameters.beta() * potentials[band] + drive;
        if (!fired[band]) {
            return potential;
        }
        return switch (parameters.reset()) {
            case ZERO, SUBTRACT -> potential;
            case ZERO_SKIPPING_INPUT -> 0;
            case SUBTRACT_AFTER_DECAY -> potential - parameters.threshold();
        };
    }

    private double afterSpike(double potential) {
        return switch (parameters.reset()) {
            case ZERO -> 0;
            case SUBTRACT -> potential - parameters.threshold();
            case ZERO_SKIPPING_INPUT, SUBTRACT_AFTER_DECAY -> potential;
        };
    }
}
