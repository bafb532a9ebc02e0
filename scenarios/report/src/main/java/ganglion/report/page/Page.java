package ganglion.report.page;

import static ganglion.report.page.Html.escaped;

import java.util.Map;

/**
 * A page in the design of the run report whose drawings and tables are in it already: a head, a verdict, and cards that the header lists.
 * It reads the same without scripts, and loads nothing. Not thread-safe.
 */
public final class Page {

    private final String windowTitle;
    private final StringBuilder contents = new StringBuilder();
    private final StringBuilder body = new StringBuilder();
    private int cards;
    private boolean hasMedia;

    /** @param windowTitle plain text */
    public Page(String windowTitle) {
        this.windowTitle = windowTitle;
    }

    /**
     * Adds the head.
     *
     * @param kind what the page is of, such as {@code Sweep}; plain text
     * @param title plain text
     * @param description plain text; empty for none
     */
    public Page head(String kind, String title, String description) {
        body.append(
                "<div class=\"head\">\n<p class=\"kind\">" + escaped(kind) + "</p>\n<h1>" + escaped(title) + "</h1>\n");
        if (!description.isBlank()) {
            body.append("<p class=\"description\">" + escaped(description.strip()) + "</p>\n");
        }
        body.append("</div>\n");
        return this;
    }

    /** Adds what it comes to, in plain text. */
    public Page verdict(boolean good, String text) {
        body.append("<p class=\"verdict " + (good ? "good" : "bad")
                + "\"><span class=\"verdict-sign\" aria-hidden=\"true\">" + (good ? "\u2713" : "\u2717")
                + "</span> <span>"
                + escaped(text) + "</span></p>\n");
        return this;
    }

    /** Adds what there is to say where nothing could be good or bad, in plain text. */
    public Page remark(String text) {
        body.append("<p class=\"verdict none\">" + escaped(text) + "</p>\n");
        return this;
    }

    /** Adds something that a reader must not miss, as markup. */
    public Page notice(String markup) {
        body.append("<div class=\"notice\">" + markup + "</div>\n");
        return this;
    }

    /**
     * Adds a card, unless it is empty.
     *
     * @param title plain text, which the header of the page lists
     * @param parts markup in which everything from outside is escaped: tables, figures of charts, and texts of {@link Html}
     */
    public Page card(String title, String... parts) {
        String markup = String.join("", parts);
        if (markup.isBlank()) {
            return this;
        }
        String id = "card-" + ++cards;
        contents.append("<a href=\"#" + id + "\">" + escaped(title) + "</a>");
        body.append("<section id=\"" + id + "\" aria-labelledby=\"" + id + "-title\">\n<h2 id=\"" + id + "-title\">"
                + escaped(title) + "</h2>\n" + markup + "</section>\n");
        return this;
    }

    /** Lets the page show images and play sounds that are in it. */
    public Page withMedia() {
        hasMedia = true;
        return this;
    }

    /** The page. @param foot markup of its last line */
    public String markup(String foot) {
        String style = PageResources.documentStyle();
        String script = PageResources.documentScript();
        return Template.filled(
                PageResources.documentTemplate(),
                Map.of(
                        "title", escaped(windowTitle),
                        "contents", contents.toString(),
                        "body", body.toString(),
                        "foot", foot,
                        "media", hasMedia ? "media-src data:; " : "",
                        "script", script,
                        "scriptHash", Html.policyHash(script),
                        "style", style,
                        "styleHash", Html.policyHash(style)));
    }
}
