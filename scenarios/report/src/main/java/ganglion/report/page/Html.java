package ganglion.report.page;

import ganglion.report.files.Checksum;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

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

    /** The hash by which a content security policy allows one script or style. */
    static String policyHash(String content) {
        byte[] hash = Checksum.sha256().digest(content.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    }
}
