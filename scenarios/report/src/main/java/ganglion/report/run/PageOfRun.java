package ganglion.report.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * A further page of a run directory, to which an entry of the result leads by its key {@code why}.
 *
 * @param section array of result.json that the entry is in: {@code decisions} or {@code expectations}
 * @param index of the entry in it, from 0
 * @param html the page
 */
public record PageOfRun(String section, int index, String html) {

    /** The names of such files. */
    static final Pattern NAMES = Pattern.compile("why-[a-z]+-\\d+\\.html");

    /** Name of the file, such as {@code why-decisions-3.html}. */
    String fileName() {
        return "why-" + section + "-" + index + ".html";
    }

    /**
     * Lets its entry of the result lead to it.
     *
     * @param result the content of result.json
     */
    public void linkFrom(ObjectNode result) {
        ((ObjectNode) result.path(section).path(index)).put("why", fileName());
    }
}
