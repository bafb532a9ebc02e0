package ganglion.cochlea.encode;

/** Takes spikes as they come. */
@FunctionalInterface
public interface SpikeSink {

    /** A neuron fires in a tick. */
    void spike(long tick, int neuron);
}
