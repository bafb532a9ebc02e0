package ganglion.cli.print;

import java.io.PrintStream;

/** A sentence for a terminal, broken between words where a line would get too long. */
public final class Paragraph {

    private static final int COLUMNS = 100;
    private static final String CONTINUED = "  ";

    private Paragraph() {}

    /** Prints the text after the indent, and what does not fit on the first line below it, set in by two places more. */
    public static void print(PrintStream out, String indent, String text) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.split(" ")) {
            boolean first = line.toString().isBlank();
            if (!first && line.length() + 1 + word.length() > COLUMNS) {
                out.println(line);
                line = new StringBuilder(indent + CONTINUED);
                first = true;
            }
            line.append(first ? "" : " ").append(word);
        }
        out.println(line);
    }
}
