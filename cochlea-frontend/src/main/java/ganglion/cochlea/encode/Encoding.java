package ganglion.cochlea.encode;

import ganglion.cochlea.encode.SpikeEncoder.SpikeSink;

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
}
