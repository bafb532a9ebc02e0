package ganglion.scenario.result;

import ganglion.cochlea.CochleaOutput;

/**
 * One clip as heard, at its place on the timeline.
 *
 * @param file the clip, as written in the scenario
 * @param label what it is; empty if the scenario does not say
 * @param fromTick tick of its first frame
 * @param untilTick tick after its last frame
 * @param framesPerTick frames that make a tick; 1 if the clip has spikes
 * @param hearing the clip as heard, with frames and spikes counted from the clip's own start
 */
public record Segment(
        String file, String label, long fromTick, long untilTick, int framesPerTick, CochleaOutput hearing) {

    /** A clip of which each frame is a tick. */
    public Segment(String file, String label, long fromTick, long untilTick, CochleaOutput hearing) {
        this(file, label, fromTick, untilTick, 1, hearing);
    }

    /** Tick of a frame, counted from the clip's own start. */
    public long tickOf(int frame) {
        return fromTick + frame / framesPerTick;
    }
}
