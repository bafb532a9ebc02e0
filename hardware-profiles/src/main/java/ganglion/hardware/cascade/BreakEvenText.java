package ganglion.hardware.cascade;

import java.util.Locale;

/** At which rates a cascade saves, in words. */
public final class BreakEvenText {

    /** From here on two digits round to three. */
    private static final double ALL_DIGITS = 99.5;

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

    /** Such as {@code 0.10/h}. */
    public static String rate(double eventsPerHour) {
        return (eventsPerHour >= ALL_DIGITS
                        ? String.format(Locale.ROOT, "%.0f", eventsPerHour)
                        : String.format(Locale.ROOT, "%.2g", eventsPerHour))
                + "/h";
    }
}
