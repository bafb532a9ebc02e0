package ganglion.cli.verb.explore;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/** Lines that say now and then how far a search is, for a file or another program that no progress line is drawn for. */
final class ProgressLog {

    private static final double QUIET_SECONDS = 30;
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    /** Number of a unit from which on the next larger one is used. */
    private static final double MANY = 90;

    private final String search;
    private final Consumer<String> print;
    private final DoubleSupplier clock;
    private double printed;
    private String phase = "";
    private String state = "";

    /**
     * An empty log.
     *
     * @param search its name
     * @param print prints a line
     * @param clock seconds since any time
     */
    ProgressLog(String search, Consumer<String> print, DoubleSupplier clock) {
        this.search = search;
        this.print = print;
        this.clock = clock;
        this.printed = clock.getAsDouble();
    }

    /** What the search does now, the share that is done, and what is left. */
    void advanced(String nextPhase, double fraction, OptionalDouble secondsLeft) {
        phase = nextPhase;
        state = String.format(Locale.ROOT, "%.0f %% done%s", Math.floor(100 * fraction), left(secondsLeft));
    }

    /** Where it is in its phase: printed if nothing was for a while. */
    void detail(String words) {
        if (clock.getAsDouble() - printed >= QUIET_SECONDS) {
            line(phase.isEmpty() ? words : phase + ", " + words);
        }
    }

    /** What was found so far: printed at once. */
    void round(List<String> lines) {
        line(lines.get(0));
        lines.subList(1, lines.size()).forEach(print);
    }

    private void line(String words) {
        print.accept(search + ": " + (state.isEmpty() ? "" : state + "; ") + words);
        printed = clock.getAsDouble();
    }

    /** About how long something takes, after a comma; nothing if that is not known. */
    static String left(OptionalDouble seconds) {
        if (seconds.isEmpty()) {
            return "";
        }
        double value = seconds.getAsDouble();
        String text;
        if (value < MANY) {
            text = String.format(Locale.ROOT, "%.0f s", value);
        } else if (value < MANY * MINUTE) {
            text = String.format(Locale.ROOT, "%.0f min", value / MINUTE);
        } else {
            text = String.format(Locale.ROOT, "%.1f h", value / HOUR);
        }
        return ", about " + text + " left";
    }
}
