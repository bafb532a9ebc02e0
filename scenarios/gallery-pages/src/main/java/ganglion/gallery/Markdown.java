package ganglion.gallery;

import ganglion.documents.PlainText;
import java.util.regex.Pattern;

/**
 * Text of a scenario as Markdown that shows it letter by letter: no character of it opens an element, a link, a table cell or raw
 * HTML (CommonMark 0.31, section 2.4; tables and strikethrough of GitHub's dialect).
 */
final class Markdown {

    private static final Pattern ACTIVE = Pattern.compile("[\\\\`*\\[\\]|]|(?<!\\w)_|_(?!\\w)|~(?=~)");
    private static final Pattern ENTITY = Pattern.compile("&(?=#?\\w+;)");
    private static final Pattern RAW = Pattern.compile("<(?=[A-Za-z/!?])(?!https?://)");

    private Markdown() {}

    /** Text within a line. */
    public static String inline(String text) {
        String literal = ENTITY.matcher(PlainText.text(text).strip().replaceAll("\\s+", " "))
                .replaceAll("&amp;");
        return ACTIVE.matcher(literal).replaceAll("\\\\$0").replace("<", "&lt;");
    }

    /** Markdown without raw HTML; in code, too, {@code <} before a letter is replaced. */
    public static String withoutHtml(String markdown) {
        return RAW.matcher(PlainText.text(markdown).strip()).replaceAll("&lt;");
    }

    /** A block of code. */
    static String code(String language, String content) {
        return "```" + language + "\n" + PlainText.text(content).strip() + "\n```\n";
    }

    /** Adds a row of a table, its cells text. */
    static void row(StringBuilder page, Iterable<String> cells) {
        cells.forEach(cell -> page.append("| ").append(inline(cell)).append(' '));
        page.append("|\n");
    }
}
