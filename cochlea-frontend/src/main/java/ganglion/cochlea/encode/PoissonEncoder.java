package ganglion.cochlea.encode;

/**
 * Rate coding by chance: each band's neuron fires in a frame with the probability that a Poisson process of rate
 * {@code spikesPerFrame drive} has an event in it, 1 - exp(-spikesPerFrame drive). Chance is a function of seed, neuron and
 * tick, so that a clip sounds the same every time and in a stream.
 *
 * @param spikesPerFrame rate at drive 1, above 0
 * @param seed which of all random rasters
 */
public record PoissonEncoder(double spikesPerFrame, long seed) implements SpikeEncoder {

    /** @throws IllegalArgumentException if the rate is not a positive, finite number */
    public PoissonEncoder {
        if (!(spikesPerFrame > 0 && spikesPerFrame < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a rate is a positive number of spikes per frame, not " + spikesPerFrame);
        }
    }

    @Override
    public int neurons(int bands) {
        return bands;
    }

    @Override
    public Encoding start(int bands) {
        CounterRandom random = new CounterRandom(seed);
        return (values, offset, tick, spikes) -> {
            for (int band = 0; band < bands; band++) {
                double drive = values[offset + band];
                if (drive > 0 && random.uniform(band, tick) < -Math.expm1(-spikesPerFrame * drive)) {
                    spikes.spike(tick, band);
                }
            }
        };
    }
}
