package ganglion.cochlea.audio;

/**
 * A sound file that cannot be read. The message is one sentence for the user that says what was found and what was
 * expected; it does not name the file, because the caller knows how the user called it.
 */
public final class AudioFormatException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message one sentence: what was found, what was expected */
    public AudioFormatException(String message) {
        super(message);
    }

    /**
     * @param message one sentence: what was found, what was expected
     * @param cause what a library or the file system said
     */
    public AudioFormatException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Bytes of a file as a quoted word that is safe to print on a terminal: one character per byte. */
    public static String printable(String word) {
        StringBuilder text = new StringBuilder("'");
        for (char c : word.toCharArray()) {
            if (c >= ' ' && c <= '~') {
                text.append(c);
            } else {
                text.append(String.format("\\x%02x", (int) c));
            }
        }
        return text.append('\'').toString();
    }
}
