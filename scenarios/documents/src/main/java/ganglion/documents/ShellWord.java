package ganglion.documents;

import java.util.regex.Pattern;

/** Words of commands that are told to the user. */
public final class ShellWord {

    /** Words that a shell takes as they are. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private ShellWord() {}

    /** A text as a shell takes it for one word. */
    public static String of(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
