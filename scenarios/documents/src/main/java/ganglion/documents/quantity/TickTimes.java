package ganglion.documents.quantity;

import ganglion.kernel.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as users write them ({@code 2 ms}, {@code 3 ticks}), in ticks of a clock.
 *
 * @param clock length of a tick
 */
public record TickTimes(Clock clock) {

    private static final Pattern TICKS = Pattern.compile("\\s*\\+?(\\d{1,18})\\s*ticks?\\s*");
    private static final Pattern FRACTIONAL_TICKS =
            Pattern.compile("\\s*\\+?((\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?)\\s*ticks?\\s*");
    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

    /** Beyond any run, and far from where a double no longer counts ticks one by one. */
    private static final double MOST_TICKS = 1e15;

    /** As the clock's own. */
    private static final double WHOLE_TICK_TOLERANCE = 1e-6;

    private static final int DIGITS = 12;

    /**
     * A time that must be a whole number of ticks.
     *
     * @throws IllegalArgumentException saying what was found and what was expected
     */
    public long wholeTicks(String text) {
        Matcher ticks = TICKS.matcher(text);
        if (ticks.matches()) {
            return checkRange(text, Long.parseLong(ticks.group(1)));
        }
        double seconds = seconds(text);
        checkRange(text, seconds / clock.tickSeconds());
        try {
            return clock.wholeTicks(seconds);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "found \"" + text + "\", expected a multiple of the tick of " + tick(), e);
        }
    }

    /**
     * The same; a plain number counts ticks.
     *
     * @throws IllegalArgumentException saying what was found and what was expected
     */
    public long ticksOrTime(String text) {
        return wholeTicks(PLAIN.matcher(text).matches() ? text + " ticks" : text);
    }

    /**
     * The tick nearest to a time; a plain number counts seconds.
     *
     * @throws IllegalArgumentException saying what was found and what was expected
     */
    public long nearestTick(String text) {
        if (TICKS.matcher(text).matches()) {
            return wholeTicks(text);
        }
        double seconds = seconds(PLAIN.matcher(text).matches() ? text + " s" : text);
        checkRange(text, seconds / clock.tickSeconds());
        return clock.nearestTick(seconds);
    }

    /**
     * A delay: at least one tick; a plain number counts ticks.
     *
     * @throws IllegalArgumentException saying what was found and what was expected
     */
    public int delayTicks(String text) {
        long ticks = ticksOrTime(text);
        if (ticks < 1 || ticks > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("found a delay of \"" + text + "\", expected at least 1 tick (" + tick()
                    + ") and at most " + Integer.MAX_VALUE + " ticks");
        }
        return (int) ticks;
    }

    /**
     * A time in ticks that need not be whole ({@code 2.5 ticks}); one in seconds that is whole up to decimal rounding comes
     * out whole.
     *
     * @throws IllegalArgumentException saying what was found and what was expected
     */
    public double ticks(String text) {
        if (TICKS.matcher(text).matches()) {
            return wholeTicks(text);
        }
        Matcher fractional = FRACTIONAL_TICKS.matcher(text);
        if (fractional.matches()) {
            double ticks = Double.parseDouble(fractional.group(1));
            checkRange(text, ticks);
            return ticks;
        }
        double ticks = seconds(text) / clock.tickSeconds();
        checkRange(text, ticks);
        return Math.abs(ticks - Math.rint(ticks)) <= WHOLE_TICK_TOLERANCE * Math.max(1, ticks)
                ? Math.rint(ticks)
                : ticks;
    }

    private static double seconds(String text) {
        double seconds = Quantity.parse(text, Dimension.TIME).value();
        if (seconds < 0) {
            throw new IllegalArgumentException("found \"" + text + "\", expected a time of at least 0 s");
        }
        return seconds;
    }

    private static long checkRange(String text, double ticks) {
        if (!(ticks <= MOST_TICKS)) {
            throw new IllegalArgumentException("found \"" + text + "\", expected at most 1e15 ticks");
        }
        return (long) ticks;
    }

    /** The length of a tick, human-readable, such as {@code 2 ms}. */
    public String tick() {
        return QuantityFormat.format(clock.tickSeconds(), "s", DIGITS);
    }
}
