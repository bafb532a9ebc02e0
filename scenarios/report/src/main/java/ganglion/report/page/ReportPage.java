package ganglion.report.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Puts the page of a run together. Text of a scenario reaches the page as JSON in a data block, where it can neither end the
 * block nor start a comment, and as the escaped title; the page's content security policy lets the browser run our script
 * only, by its hash, and load nothing.
 */
public final class ReportPage {

    private ReportPage() {}

    /**
     * The page.
     *
     * @param title of the window
     * @param result the result document, its list of files included
     * @param drawing data of the drawings, which the result document does not contain
     */
    public static String of(String title, ObjectNode result, ObjectNode drawing) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.set("result", result);
        data.set("drawing", drawing);
        String script = PageResources.script();
        String style = PageResources.style();
        return Template.filled(
                PageResources.template(),
                Map.of(
                        "title", Html.escaped(title),
                        "data", embedded(data),
                        "script", script,
                        "scriptHash", Html.policyHash(script),
                        "style", style,
                        "styleHash", Html.policyHash(style)));
    }

    /** JSON without the one character that could end the block or open a comment: it only occurs within strings. */
    private static String embedded(ObjectNode data) {
        return data.toString().replace("<", "\\u003c");
    }
}
