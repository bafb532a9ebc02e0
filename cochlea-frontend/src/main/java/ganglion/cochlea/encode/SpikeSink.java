package ganglion.cochlea.encode;

/** Receives spikes in the order in which they occur. */
@FunctionalInterface
public interface SpikeSink {

    /** A neuron fires in a tick. */
    void spike(long tick, int neuron);
}
