package ganglion.cochlea.encode;

/** How drives become spikes. Every encoder is causal: what it does in a frame depends on no later frame. */
public sealed interface SpikeEncoder
        permits CurrentInjection,
                FirstSpikeEncoder,
                LevelCrossingEncoder,
                LifEncoder,
                PhaseLockedEncoder,
                PoissonEncoder,
                PopulationEncoder {

    /** A fresh encoder at rest, for one clip or stream of the given number of bands. */
    Encoding start(int bands);

    /** Neurons that the encoder needs for the given number of bands. */
    int neurons(int bands);
}
