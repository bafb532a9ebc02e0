package ganglion.scenario;

import ganglion.cochlea.Hearing;

/**
 * One clip as heard, at its place on the timeline.
 *
 * @param file the clip, as written in the scenario
 * @param label what it is; empty if the scenario does not say
 * @param fromTick tick of its first frame
 * @param untilTick tick after its last frame
 * @param hearing the clip as heard, with frames and spikes counted from the clip's own start
 */
public record Segment(String file, String label, long fromTick, long untilTick, Hearing hearing) {}
