package ganglion.cochlea.gain;

/** The state of a gain control on one clip or stream. Not thread safe. */
@FunctionalInterface
public interface GainStage {

    /**
     * Turns the powers of one frame into drives, in place, allocating nothing.
     *
     * @param values hold the frame
     * @param offset index of its lowest band
     */
    void apply(double[] values, int offset);
}
