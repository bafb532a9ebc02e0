package ganglion.cli.print;

import ganglion.documents.quantity.QuantityFormat;
import ganglion.report.cause.Answer;
import java.io.PrintStream;

/** Prints any answer about finished runs. */
public final class AnswerText {

    private static final String INDENT = "  ";

    private AnswerText() {}

    /**
     * Prints the title, and below it the paragraphs and tables.
     *
     * @param seconds how long it took to find the answer
     */
    public static void print(Answer answer, double seconds, PrintStream out) {
        out.println(answer.title());
        for (Answer.Part part : answer.parts()) {
            if (!part.text().isEmpty()) {
                Paragraph.print(out, INDENT, part.text());
            }
            part.table().ifPresent(table -> {
                out.println();
                table.print(out, INDENT);
                out.println();
            });
        }
        Paragraph.print(out, INDENT, "This took " + QuantityFormat.format(seconds, "s", 2) + ".");
    }
}
