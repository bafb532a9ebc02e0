package ganglion.report.page;

import ganglion.documents.output.Checksum;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Escapes text, and hashes what a page may run. */
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

    /** A sentence or two at the head of a section; nothing if there are none. @param text plain text */
    public static String lead(String text) {
        return text.isEmpty() ? "" : "<p class=\"lead\">" + escaped(text) + "</p>\n";
    }

    /** Figures beside each other, as many as have room. */
    public static String figures(List<String> figures) {
        String all = String.join("", figures);
        return all.isEmpty() ? "" : "<div class=\"charts\">\n" + all + "</div>\n";
    }

    /** The hash by which a content security policy allows one script or style. */
    static String policyHash(String content) {
        byte[] hash = Checksum.sha256().digest(content.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    }
}
