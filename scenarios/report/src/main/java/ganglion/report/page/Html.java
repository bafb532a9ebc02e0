package ganglion.report.page;

import ganglion.report.files.Checksum;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Escapes text, and builds pages that run no foreign script and load nothing. */
public final class Html {

    private Html() {}

    /** Text as it may stand in an element or a quoted attribute. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** The hash by which a content security policy allows one script or style. */
    static String policyHash(String content) {
        byte[] hash = Checksum.sha256().digest(content.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    }

    /**
     * A page without cards, that loads nothing.
     *
     * @param title plain text
     * @param body markup
     */
    public static String page(String title, String body) {
        return DocumentPage.page(title, "", body, "");
    }
}
