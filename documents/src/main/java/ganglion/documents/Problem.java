package ganglion.documents;

import java.util.Objects;

/**
 * One thing that is wrong with what a user gave, at its place.
 *
 * @param file the file as the user knows it; empty if the problem is not in a file
 * @param line line in the file, counted from 1; 0 if unknown
 * @param pointer JSON pointer to the value; empty for the whole document or where the file is no document
 * @param message what was found and what was expected, in one line
 */
public record Problem(String file, int line, String pointer, String message) {

    public Problem {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(message, "message");
        if (line < 0) {
            throw new IllegalArgumentException("a line number cannot be " + line);
        }
    }

    /**
     * {@code file:line: /pointer: message}, without the parts that are unknown. Line breaks and control characters, which a
     * stranger's file may carry to upset a terminal, become blanks.
     */
    public String oneLine() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        if (!text.isEmpty()) {
            text.append(": ");
        }
        if (!pointer.isEmpty()) {
            text.append(pointer).append(": ");
        }
        return text.append(message).toString().replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ");
    }
}
