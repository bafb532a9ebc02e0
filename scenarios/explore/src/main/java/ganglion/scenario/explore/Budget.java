package ganglion.scenario.explore;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much a search may do.
 *
 * @param trials configurations that are trained, besides the experiment as it is; absent for any number
 * @param seconds time for all, the trainings of the points in the end included; absent for any time
 */
public record Budget(OptionalInt trials, OptionalDouble seconds) {

    /** Most trials of a search. */
    public static final int MOST_TRIALS = 100_000;

    /** What a budget looks like, as a regular expression. */
    public static final String FORM = "^\\d{1,9}(\\.\\d{1,6})? ?(trials?|ms|s|min|h)$";

    private static final Pattern PARTS = Pattern.compile("([0-9.]+) ?([a-z]+)");
    private static final Map<String, Double> SECONDS = Map.of("ms", 1e-3, "s", 1.0, "min", 60.0, "h", 3600.0);

    /**
     * A budget as people write it: {@code 30 min}, {@code 40 trials}.
     *
     * @throws IllegalArgumentException saying what was found and what was expected
     */
    public static Budget of(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!text.matches(FORM) || !parts.matches()) {
            throw refusal(text);
        }
        double number = Double.parseDouble(parts.group(1));
        if (SECONDS.containsKey(parts.group(2))) {
            return new Budget(OptionalInt.empty(), OptionalDouble.of(number * SECONDS.get(parts.group(2))));
        }
        if (number != Math.rint(number) || number > MOST_TRIALS) {
            throw refusal(text);
        }
        return new Budget(OptionalInt.of((int) number), OptionalDouble.empty());
    }

    private static IllegalArgumentException refusal(String text) {
        return new IllegalArgumentException("found \"" + text
                + "\", expected a time such as 30 min, or a number of trials up to " + MOST_TRIALS
                + " such as 40 trials");
    }

    /** As people write it. */
    @JsonValue
    public String text() {
        if (trials.isPresent()) {
            return trials.getAsInt() + (trials.getAsInt() == 1 ? " trial" : " trials");
        }
        double time = seconds.orElse(0);
        return time < 60
                ? String.format(Locale.ROOT, "%.3g s", time)
                : String.format(Locale.ROOT, "%.3g min", time / 60);
    }
}
