package ganglion.hardware.library;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A device as commands and scenarios name it: a profile, and after an {@code @} its operating point where that is not the
 * profile's own. {@code odin@1.3MHz}, {@code truenorth@0.75V}, {@code ./mine.yaml@64MHz-1.2V}, {@code rtx-3090@batch16}.
 *
 * @param profile name or file of the profile
 * @param point the operating point
 */
public record ProfileReference(String profile, OperatingPointRequest point) {

    private static final Pattern WITH_POINT = Pattern.compile(
            "(?<profile>.+)@(?=.)(?:(?<clock>[0-9.]+\\s*[kMG]?Hz)(?:-|$))?(?:(?<volts>[0-9.]+\\s*m?V)(?:-|$))?"
                    + "(?:batch(?<batch>[1-9][0-9]{0,5}))?(?<!-)");

    /** The parts of a text; a text that does not end in an operating point is a profile at its own. */
    public static ProfileReference parse(String text) {
        Matcher point = WITH_POINT.matcher(text);
        if (!point.matches()) {
            return new ProfileReference(text, OperatingPointRequest.OWN);
        }
        return new ProfileReference(
                point.group("profile"),
                new OperatingPointRequest(
                        value(point.group("clock"), Dimension.FREQUENCY),
                        value(point.group("volts"), Dimension.VOLTAGE),
                        point.group("batch") == null ? 1 : Integer.parseInt(point.group("batch"))));
    }

    private static OptionalDouble value(String text, Dimension dimension) {
        return text == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(Quantity.parse(text, dimension).value());
    }

    /** Whether the profile is a file; profiles that ship with Ganglion have no dot in their names. */
    public boolean isFile() {
        String lower = profile.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json");
    }

    /** The name of the profile that a device is made from. */
    public static String profileOf(String device) {
        return parse(device).profile();
    }
}
