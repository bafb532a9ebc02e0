package ganglion.cochlea.gain;

/** A gain control at work on one clip or stream: it may carry state from frame to frame. Not thread safe. */
@FunctionalInterface
public interface GainStage {

    /**
     * Turns the powers of one frame into drives, in place, allocating nothing.
     *
     * @param values hold the frame
     * @param offset where its lowest band is
     */
    void apply(double[] values, int offset);
}
