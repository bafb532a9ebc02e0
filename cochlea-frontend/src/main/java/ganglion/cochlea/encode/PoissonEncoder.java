package ganglion.cochlea.encode;

import static ganglion.documents.key.Types.hertz;

import ganglion.cochlea.operation.OperationCounts;
import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByKey.Kind;
import ganglion.documents.key.Shape;
import ganglion.kernel.random.CounterRandom;
import java.util.Arrays;

/**
 * Stochastic rate coding: the neuron of each band fires in a frame with the probability that a Poisson process of rate
 * {@code spikesPerFrame drive} has an event in it, 1 - exp(-spikesPerFrame drive). The random number is a function of seed,
 * neuron and tick, so that a clip gives the same spikes every time and in a stream.
 *
 * @param spikesPerFrame rate at drive 1, above 0
 * @param seed selects the random raster
 */
public record PoissonEncoder(double spikesPerFrame, long seed) implements SpikeEncoder {

    /**
     * The inverse of SplitMix64's increment modulo 2^64: number {@code n KEY_STEP} of the stream of key k is number 0 of the
     * stream of key k + n. Rasters of this encoder have always been made with keys that are mixed with neuron, then tick.
     */
    private static final long KEY_STEP = 0xf1de83e19937733dL;

    private static final Key<Double> RATE =
            Key.of("rate", hertz()).says("Rate at drive 1.").required().example("100 Hz");

    /** Its word and its keys in documents; it takes the seed from the context of the reading, and is not written. */
    static final Kind<PoissonEncoder> KIND = new Kind<>(
            Key.of(
                            "poisson",
                            Shape.of(
                                    "parameters of Poisson spikes",
                                    place -> new PoissonEncoder(
                                            RATE.in(place)
                                                    * place.reading()
                                                            .times()
                                                            .clock()
                                                            .tickSeconds(),
                                            place.reading()
                                                    .context(EncoderSeed.class)
                                                    .seed()),
                                    RATE))
                    .says(
                            "The neuron of each band fires at random, at a rate in proportion to the drive. The random numbers follow"
                                    + " from the scenario's seed and the name of the input, and start anew with each clip.")
                    .exampleText("{rate: 100 Hz}"),
            PoissonEncoder.class);

    /** @throws IllegalArgumentException if the rate is not a positive, finite number */
    public PoissonEncoder {
        if (!(spikesPerFrame > 0 && spikesPerFrame < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a rate is a positive number of spikes per frame, not " + spikesPerFrame);
        }
    }

    @Override
    public boolean isRandom() {
        return true;
    }

    /** A random number takes 6 multiplications and additions, of whole numbers but for one. */
    @Override
    public OperationCounts operationsPerFrame(int bands) {
        return OperationCounts.NONE
                .andMultiplyAdds(6 + 1)
                .andExponentials(1)
                .andComparisons(2)
                .times(bands);
    }

    @Override
    public Encoding start(int bands) {
        CounterRandom ofSeed = new CounterRandom(new CounterRandom(seed).bits(0));
        CounterRandom[] randoms = new CounterRandom[bands];
        Arrays.setAll(randoms, band -> new CounterRandom(ofSeed.bits(band * KEY_STEP)));
        return (values, offset, tick, spikes) -> {
            for (int band = 0; band < bands; band++) {
                double drive = values[offset + band];
                if (drive > 0 && randoms[band].uniform(tick * KEY_STEP) < -Math.expm1(-spikesPerFrame * drive)) {
                    spikes.spike(tick, band);
                }
            }
        };
    }
}
