package ganglion.documents;

import java.util.regex.Pattern;

/**
 * Text from outside as a terminal may show it. Control characters, which a terminal obeys, and format characters, which turn the
 * order of letters round or hide them, become signs (Unicode 15, general categories Cc, Cf, Zl, Zp, Cs, Co and Cn).
 */
public final class PlainText {

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");
    private static final Pattern HIDDEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}&&[^\\n\\t]]");
    private static final String SIGN = "\uFFFD";

    private PlainText() {}

    /** Text in one line: line breaks and control characters become blanks. */
    public static String line(String text) {
        return isPlain(text, ' ') ? text : text(BREAKS.matcher(text).replaceAll(" "));
    }

    /** Text that keeps its line breaks and tabs. */
    public static String text(String text) {
        return isPlain(text, '\n') ? text : HIDDEN.matcher(text).replaceAll(SIGN);
    }

    /** JSON that means the same, in which what would be replaced in a text is escaped. Line breaks between values stay. */
    public static String json(String json) {
        if (isPlain(json, '\n')) {
            return json;
        }
        return HIDDEN.matcher(json).replaceAll(found -> {
            StringBuilder escapes = new StringBuilder();
            found.group().chars().forEach(unit -> escapes.append(String.format("\\\\u%04x", unit)));
            return escapes.toString();
        });
    }

    /** Whether nothing needs a closer look, which is true of nearly all that is printed: visible ASCII and one more character. */
    private static boolean isPlain(String text, char besides) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' || c > '~') && c != besides) {
                return false;
            }
        }
        return true;
    }
}
