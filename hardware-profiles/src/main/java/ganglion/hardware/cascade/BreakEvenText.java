package ganglion.hardware.cascade;

import java.util.Locale;

/** At which rates a cascade saves, in words. */
public final class BreakEvenText {

    private BreakEvenText() {}

    /** {@code always}, {@code never}, {@code below} or {@code above}. */
    static String word(BreakEvenRate rate) {
        if (rate instanceof BreakEvenRate.At at) {
            return at.savesBelow() ? "below" : "above";
        }
        return rate instanceof BreakEvenRate.Always ? "always" : "never";
    }

    /** Such as {@code below 812/h}. */
    public static String of(BreakEvenRate rate) {
        return rate instanceof BreakEvenRate.At at ? word(rate) + " " + rate(at.eventsPerHour()) : word(rate);
    }

    /** Such as {@code 0.1/h}. */
    public static String rate(double eventsPerHour) {
        return (eventsPerHour >= 100
                        ? String.format(Locale.ROOT, "%.0f", eventsPerHour)
                        : String.format(Locale.ROOT, "%.2g", eventsPerHour))
                + "/h";
    }
}
