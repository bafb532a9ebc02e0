package ganglion.scenario.experiment;

import java.util.OptionalDouble;

/**
 * A condition that a trained model is tried under, beside the undisturbed samples.
 *
 * @param kind what is done, human-readable, such as "white noise"; the same at all strengths of one list
 * @param axis of the strength, with its unit where it has one, such as "signal-to-noise ratio, dB"
 * @param strength on that axis
 * @param unit of the strength as it is written; empty if it has none
 * @param changes what happens to the samples
 * @param least accuracy, or macro F1 of detectors, that is expected, 0 to 1; absent if nothing is
 */
public record Disturbance(
        String kind, String axis, double strength, String unit, AugmentationPlan changes, OptionalDouble least) {

    /** Kind and strength, human-readable, such as "white noise, 10 dB". */
    public String text() {
        String number = strength == Math.rint(strength) && Math.abs(strength) < 1e9
                ? Long.toString((long) strength)
                : Double.toString(strength);
        return kind + ", " + (unit.isEmpty() ? number : number + " " + unit);
    }

    /** The same by other changes. */
    public Disturbance with(AugmentationPlan other) {
        return new Disturbance(kind, axis, strength, unit, other, least);
    }
}
