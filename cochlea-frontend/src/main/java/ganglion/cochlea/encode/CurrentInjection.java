package ganglion.cochlea.encode;

/**
 * No spikes at all: the drives themselves are the input current of the network's first neurons, one per band, and stay
 * available as {@code Hearing.drive}. For networks that were trained on raw features.
 */
public record CurrentInjection() implements SpikeEncoder {

    @Override
    public int neurons(int bands) {
        return bands;
    }

    @Override
    public Encoding start(int bands) {
        return (values, offset, tick, spikes) -> {};
    }
}
