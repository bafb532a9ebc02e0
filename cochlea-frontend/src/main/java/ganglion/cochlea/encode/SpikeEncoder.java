package ganglion.cochlea.encode;

/** How drives become spikes. */
public sealed interface SpikeEncoder permits LifEncoder {

    /** A fresh encoder at rest, for one clip or stream of the given number of bands. */
    Encoding start(int bands);

    /** Neurons that the encoder needs for the given number of bands. */
    int neurons(int bands);
}
