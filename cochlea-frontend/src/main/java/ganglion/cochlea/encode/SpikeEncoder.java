package ganglion.cochlea.encode;

import ganglion.cochlea.operation.OperationCounts;
import java.util.Optional;

/**
 * Turns drives into spikes. Every encoder is causal: the spikes of a frame do not depend on later frames.
 *
 * <p>An open interface: an encoder is one file, which also declares its keys, one test, and one word in {@link Encoders}. No
 * other code asks which encoder it has.
 */
public interface SpikeEncoder {

    /** An encoding at rest, for one clip or stream of the given number of bands. */
    Encoding start(int bands);

    /** Operations per frame. If some frames take more than others, the mean, rounded up. */
    OperationCounts operationsPerFrame(int bands);

    /** Neurons that the encoder needs for the given number of bands: one per band unless it says so. */
    default int neurons(int bands) {
        return bands;
    }

    /** The numbers that reach the network as currents in place of spikes; empty for encoders that give spikes. */
    default Optional<CurrentInjection> currents() {
        return Optional.empty();
    }

    /** Frames per tick of the network: 1 unless currents are taken at longer steps. */
    default int framesPerTick() {
        return currents().map(CurrentInjection::framesPerRow).orElse(1);
    }

    /** Whether the spikes depend on a seed. */
    default boolean isRandom() {
        return false;
    }

    /** Receives spikes in the order in which they occur. */
    @FunctionalInterface
    public interface SpikeSink {

        /** A neuron fires in a tick. */
        void spike(long tick, int neuron);
    }
}
