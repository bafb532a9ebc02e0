package ganglion.hardware.cascade;

import ganglion.documents.quantity.QuantityFormat;

/** What a cascade comes to beside its large network alone, in words. */
public final class CascadeVerdict {

    private static final int DIGITS = 3;

    private CascadeVerdict() {}

    /** How many times less it takes than its large network alone, such as {@code 10.8 (8.1 to 14.2)}; empty if it takes nothing. */
    public static String timesLess(CascadeEnergy energy, double eventsPerHour) {
        if (energy.perHour(eventsPerHour) == 0) {
            return "";
        }
        String text = times(energy.saving(eventsPerHour));
        String interval = energy.savingInterval(eventsPerHour)
                .map(range -> times(range.low()) + " to " + times(range.high()))
                .orElse("");
        return interval.isEmpty() || interval.equals(text + " to " + text) ? text : text + " (" + interval + ")";
    }

    /** A factor with three digits. */
    public static String times(double factor) {
        return QuantityFormat.format(factor, "", DIGITS);
    }

    /** How many events it names right, and how many its large network alone. */
    public static String right(JointDecisions joint) {
        return "it names " + joint.rightTogether().count() + " of "
                + joint.rightTogether().of() + " events right, the large network alone "
                + joint.rightAlone().count();
    }
}
