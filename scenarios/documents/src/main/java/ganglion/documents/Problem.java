package ganglion.documents;

import java.util.ArrayList;
import java.util.List;
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

    /** More would push the first out of sight. */
    static final int MOST_LINES = 3;

    /** More characters than these, file names aside, are no message but a list. */
    private static final int MOST_CHARACTERS = 460;

    private static final int LONGEST_POINTER = 200;

    public Problem {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(message, "message");
        if (line < 0) {
            throw new IllegalArgumentException("a line number cannot be " + line);
        }
    }

    /**
     * Something that is wrong with a file as a whole.
     *
     * @param file its name or path; empty if the problem is not in a file
     */
    public Problem(Object file, String message) {
        this(file.toString(), 0, "", message);
    }

    /**
     * {@code file:line: /pointer: message}, without the parts that are unknown, as {@linkplain PlainText#line plain text}. Of a part
     * that is far too long to be read, only the beginning.
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
            text.append(shortened(pointer, LONGEST_POINTER)).append(": ");
        }
        return PlainText.line(text.append(shortened(message, MOST_CHARACTERS)).toString());
    }

    /** A line for each problem; of more than three, or of long ones, for the first, and the last line says how many more there are. */
    public static List<String> lines(List<Problem> problems) {
        List<String> lines = new ArrayList<>();
        int characters = 0;
        for (Problem problem : problems) {
            characters += problem.pointer.length() + problem.message.length();
            if (lines.size() == MOST_LINES || !lines.isEmpty() && characters > MOST_CHARACTERS) {
                break;
            }
            lines.add(problem.oneLine());
        }
        int more = problems.size() - lines.size();
        if (more > 0) {
            lines.add(lines.remove(lines.size() - 1) + " (and " + more
                    + (more == 1 ? " more problem)" : " more problems)"));
        }
        return lines;
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "...";
    }
}
