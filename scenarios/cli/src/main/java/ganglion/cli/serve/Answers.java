package ganglion.cli.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.PlainText;
import java.io.PrintStream;

/** The lines that another program reads: a greeting, progress, and one answer for each request. Thread safe. */
final class Answers {

    /** Rises when a program that was written for an earlier form would misunderstand a line. */
    static final int PROTOCOL = 1;

    private final PrintStream out;

    Answers(PrintStream out) {
        this.out = out;
    }

    /** {@code {"ganglion": "0.1.0", "protocol": 1}}. */
    void greet(String version) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("ganglion", version).put("protocol", PROTOCOL);
        print(line);
    }

    /** {@code {"id": 1, "task": "two-taps", "phase": "simulating", "fraction": 0.5}}. */
    void progress(JsonNode id, String task, String phase, double fraction) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.set("id", id);
        print(line.put("task", task).put("phase", phase).put("fraction", fraction));
    }

    /** {@code {"id": 1, "code": 0, "out": "...", "err": ""}}: exit code and what would be on standard output and standard error. */
    void answer(JsonNode id, int code, String out, String err) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.set("id", id);
        print(line.put("code", code).put("out", out).put("err", err));
    }

    private synchronized void print(ObjectNode line) {
        out.println(PlainText.json(line.toString()));
        out.flush();
    }
}
