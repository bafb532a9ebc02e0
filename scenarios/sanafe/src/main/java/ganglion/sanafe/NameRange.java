package ganglion.sanafe;

import ganglion.documents.InputException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers from first to last.
 *
 * @param first at least 0
 * @param last at least the first
 */
record NameRange(int first, int last) {

    private static final Pattern NUMBERS = Pattern.compile("([0-9]{1,9})(?:\\.\\.([0-9]{1,9}))?");
    private static final Pattern INSTANCES = Pattern.compile("(.*)\\[(.*)\\]");

    int count() {
        return last - first + 1;
    }

    /** Reads {@code 3} or {@code 0..3}. */
    static NameRange of(String text, Spot at) throws InputException {
        Matcher matcher = NUMBERS.matcher(text);
        if (matcher.matches()) {
            int first = Integer.parseInt(matcher.group(1));
            int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
            if (last >= first) {
                return new NameRange(first, last);
            }
        }
        throw at.problem("found \"" + text + "\", expected a number such as 3 or a range such as 0..3");
    }

    /** The instances that a name stands for: four for {@code core[0..3]}, one for {@code core}. */
    static NameRange ofInstances(String name, Spot at) throws InputException {
        Matcher matcher = INSTANCES.matcher(name);
        return matcher.matches() ? of(matcher.group(2), at) : new NameRange(0, 0);
    }

    /** A name without the numbers of its instances. */
    static String base(String name) {
        Matcher matcher = INSTANCES.matcher(name);
        return matcher.matches() ? matcher.group(1) : name;
    }
}
