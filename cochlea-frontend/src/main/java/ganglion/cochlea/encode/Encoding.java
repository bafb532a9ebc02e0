package ganglion.cochlea.encode;

/** The state of an encoder on one clip or stream. Not thread safe. */
public interface Encoding {

    /**
     * Encodes one frame, allocating nothing.
     *
     * @param values hold the drives of the frame
     * @param offset index of the lowest band
     * @param tick the frame's tick; frames come in order
     * @param spikes receives each spike, neurons in ascending order
     */
    void encode(double[] values, int offset, long tick, SpikeSink spikes);

    /**
     * Multiplies the threshold of the encoder, from the next frame on. A factor of 1 gives the bits of an encoding that was never scaled.
     *
     * @param factor above 0
     * @throws UnsupportedOperationException if the encoder {@linkplain SpikeEncoder#hasThreshold has none}
     */
    default void scaleThreshold(double factor) {
        throw new UnsupportedOperationException("the encoder has no threshold");
    }
}
