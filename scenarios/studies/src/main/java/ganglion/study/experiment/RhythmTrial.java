package ganglion.study.experiment;

import ganglion.study.rhythm.RhythmDisturbance;
import java.util.OptionalDouble;

/**
 * A disturbance that the finished network is tried under.
 *
 * @param disturbance of the test trains
 * @param kind what is changed, human-readable; the text of the disturbance if several things are
 * @param axis of the strength, with the unit; empty if several things change at once
 * @param strength on that axis, 0 if there is none
 * @param leastAccuracy that is expected of the mean of the seeds, 0 to 1; absent if nothing is
 */
public record RhythmTrial(
        RhythmDisturbance disturbance, String kind, String axis, double strength, OptionalDouble leastAccuracy) {}
