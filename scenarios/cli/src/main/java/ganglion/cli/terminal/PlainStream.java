package ganglion.cli.terminal;

import ganglion.documents.PlainText;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prints texts as {@linkplain PlainText plain text}, so that no name in a file can command a terminal. Coloured marks pass where colours
 * are wanted; bytes, such as the help of picocli, pass as they are.
 */
final class PlainStream extends PrintStream {

    /** The marks of {@link ganglion.cli.print.Marks}, colours and all. */
    private static final Pattern MARK = Pattern.compile("\u001b\\[3[12]m[\u2713\u2717]\u001b\\[0m");

    private final boolean coloured;

    PlainStream(OutputStream out, boolean coloured) {
        super(out, false, StandardCharsets.UTF_8);
        this.coloured = coloured;
    }

    @Override
    public void print(String text) {
        super.print(coloured ? plainButMarks(String.valueOf(text)) : PlainText.text(String.valueOf(text)));
    }

    @Override
    public void print(Object value) {
        print(String.valueOf(value));
    }

    @Override
    public void print(char character) {
        print(String.valueOf(character));
    }

    @Override
    public void print(char[] characters) {
        print(String.valueOf(characters));
    }

    private static String plainButMarks(String text) {
        StringBuilder plain = new StringBuilder();
        Matcher marks = MARK.matcher(text);
        int end = 0;
        while (marks.find()) {
            plain.append(PlainText.text(text.substring(end, marks.start()))).append(marks.group());
            end = marks.end();
        }
        return plain.append(PlainText.text(text.substring(end))).toString();
    }
}
