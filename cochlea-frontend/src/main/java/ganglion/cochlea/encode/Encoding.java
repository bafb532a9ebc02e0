package ganglion.cochlea.encode;

/** An encoder at work on one clip or stream: it carries state from frame to frame. Not thread safe. */
public interface Encoding {

    /**
     * Encodes one frame, allocating nothing.
     *
     * @param values holds the drives of the frame
     * @param offset where the frame's lowest band is
     * @param tick the frame's tick; frames come in order
     * @param spikes told of each spike, neurons in ascending order
     */
    void encode(double[] values, int offset, long tick, SpikeSink spikes);
}
