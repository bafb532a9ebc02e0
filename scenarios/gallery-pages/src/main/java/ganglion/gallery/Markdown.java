package ganglion.gallery;

import ganglion.documents.PlainText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text from outside as Markdown that shows it letter by letter: no character of it opens an element, a link, a table cell or raw
 * HTML (CommonMark 0.31, section 2.4; tables and strikethrough of GitHub's dialect).
 */
final class Markdown {

    private static final Pattern ACTIVE = Pattern.compile("[\\\\`*\\[\\]|]|(?<!\\w)_|_(?!\\w)|~(?=~)");
    private static final Pattern ENTITY = Pattern.compile("&(?=#?\\w+;)");
    private static final Pattern RAW = Pattern.compile("<(?=[A-Za-z/!?])(?!https?://)");
    private static final Pattern IMAGE = Pattern.compile("!(?=\\[)");
    /** Where a link has its destination, in brackets or not: inline, or in a definition. */
    private static final Pattern LINK = Pattern.compile("\\]([(:])(\\s*(?:<([^>]*)|([^\\s)]*)))");

    private static final Pattern WEB = Pattern.compile("https?://.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** A relative address: before its first slash, question mark or number sign nothing can become the colon of a scheme. */
    private static final Pattern RELATIVE = Pattern.compile("[^:&\\\\/?#]*(?:[/?#].*)?", Pattern.DOTALL);

    private static final Pattern FENCE = Pattern.compile("`{3,}");

    private Markdown() {}

    /** Text within a line. */
    public static String inline(String text) {
        String literal = ENTITY.matcher(PlainText.text(text).strip().replaceAll("\\s+", " "))
                .replaceAll("&amp;");
        return ACTIVE.matcher(literal).replaceAll("\\\\$0").replace("<", "&lt;");
    }

    /**
     * Markdown of a stranger without raw HTML, hidden characters, images and links to anything but the web and files. Of an image the link is left. A browser would load the
     * image by itself, and its address can be written in many ways. In code, too, {@code <} before a letter and {@code !}
     * before a bracket are replaced: what is code, and what only looks like it, a simple rule cannot tell.
     */
    public static String withoutHtml(String markdown) {
        String links = IMAGE.matcher(PlainText.text(markdown).strip()).replaceAll("&#33;");
        return RAW.matcher(withoutSchemes(links)).replaceAll("&lt;");
    }

    /** Links lead to the web or to files beside the page; others ({@code javascript:}) are left as text. */
    private static String withoutSchemes(String markdown) {
        return LINK.matcher(markdown).replaceAll(link -> {
            String destination = link.group(3) == null ? link.group(4) : link.group(3);
            boolean safe = WEB.matcher(destination).matches()
                    || RELATIVE.matcher(destination).matches();
            String mark = link.group(1).equals("(") ? "&#40;" : "&#58;";
            return Matcher.quoteReplacement(safe ? link.group() : "]" + mark + link.group(2));
        });
    }

    /** A block of code, in a fence that is longer than any within it. */
    static String code(String language, String content) {
        int longest = FENCE.matcher(content)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(2);
        String fence = "`".repeat(longest + 1);
        return fence + language + "\n" + PlainText.text(content).strip() + "\n" + fence + "\n";
    }

    /** Adds a row of a table, its cells text. */
    static void row(StringBuilder page, Iterable<String> cells) {
        cells.forEach(cell -> page.append("| ").append(inline(cell)).append(' '));
        page.append("|\n");
    }
}
