package ganglion.cochlea.gain;

import ganglion.cochlea.operation.OperationCounts;

/** Turns band powers into the drives of the encoder, so that spikes do not depend on loudness. */
public interface GainControl {

    /**
     * Turns the powers of a whole clip into drives, in place.
     *
     * @param values powers of at least 0, frame after frame
     * @param bands values per frame
     * @param hopSeconds time from frame to frame
     */
    void apply(double[] values, int bands, double hopSeconds);

    /** Operations per frame. */
    OperationCounts operationsPerFrame(int bands);

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
}
