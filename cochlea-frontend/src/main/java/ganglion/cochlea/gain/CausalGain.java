package ganglion.cochlea.gain;

import ganglion.cochlea.gain.GainControl.GainStage;

/** A gain control that depends on no later frame, and so gives a stream the same drives as a whole clip. */
public interface CausalGain extends GainControl {

    /**
     * The state of this gain control at the start of one clip or stream.
     *
     * @param bands values per frame
     * @param hopSeconds time from frame to frame
     */
    GainStage start(int bands, double hopSeconds);

    @Override
    default void apply(double[] values, int bands, double hopSeconds) {
        GainStage stage = start(bands, hopSeconds);
        for (int offset = 0; offset < values.length; offset += bands) {
            stage.apply(values, offset);
        }
    }
}
