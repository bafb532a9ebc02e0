package ganglion.house;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bound as a page writes it: {@code 1,000,000}, {@code 2^26}, {@code 16 MiB}, {@code 10 h}. */
final class BoundFigure {

    private static final Pattern FORM = Pattern.compile("([0-9][0-9,.]*)(?:\\^([0-9]+))?(?: (\\w+))?");
    private static final Map<String, Double> UNITS =
            Map.of("KiB", 0x1p10, "MiB", 0x1p20, "GiB", 0x1p30, "s", 1.0, "min", 60.0, "h", 3600.0);

    private BoundFigure() {}

    /** Whether a text is a figure, and not what a bound is measured by, such as a share of the heap. */
    static boolean isFigure(String text) {
        return Character.isDigit(text.charAt(0));
    }

    /** The number, in bytes or seconds if it has a unit. */
    static double parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches() || parts.group(3) != null && !UNITS.containsKey(parts.group(3))) {
            throw new IllegalArgumentException("found \"" + text + "\", expected a figure");
        }
        double number = Double.parseDouble(parts.group(1).replace(",", ""));
        double power = parts.group(2) == null ? number : Math.pow(number, Integer.parseInt(parts.group(2)));
        return power * (parts.group(3) == null ? 1 : UNITS.get(parts.group(3)));
    }
}
