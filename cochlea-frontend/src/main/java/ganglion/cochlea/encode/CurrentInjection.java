package ganglion.cochlea.encode;

/**
 * No spikes at all: numbers are the input currents of the network's first neurons. They are the drives, one per band, or their
 * cepstral coefficients, or both; {@code ganglion.cochlea.FeatureRows} makes them. For networks that were trained on raw
 * features.
 *
 * @param drives whether the drives are among the numbers, first
 * @param coefficients number of cepstral coefficients, at most one per band; 0 for none
 */
public record CurrentInjection(boolean drives, int coefficients) implements SpikeEncoder {

    /** @throws IllegalArgumentException if there is no number at all */
    public CurrentInjection {
        if (coefficients < 0 || !drives && coefficients == 0) {
            throw new IllegalArgumentException(
                    "currents of " + coefficients + " cepstral coefficients without drives, expected at least one");
        }
    }

    /** The drives alone. */
    public CurrentInjection() {
        this(true, 0);
    }

    @Override
    public int neurons(int bands) {
        return (drives ? bands : 0) + coefficients;
    }

    @Override
    public Encoding start(int bands) {
        return (values, offset, tick, spikes) -> {};
    }
}
