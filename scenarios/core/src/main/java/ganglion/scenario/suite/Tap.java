package ganglion.scenario.suite;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/** A suite in the Test Anything Protocol, version 14: one test point per expectation of each run. */
public final class Tap {

    private Tap() {}

    /** The document. */
    public static String of(SuiteResult suite) {
        List<String> lines = new ArrayList<>();
        int number = 0;
        for (CaseResult result : suite.cases()) {
            for (Check check : Check.of(result)) {
                number++;
                addPoint(lines, number, result, check);
            }
        }
        return "TAP version 14\n1.." + number + "\n" + String.join("\n", lines) + "\n";
    }

    private static void addPoint(List<String> lines, int number, CaseResult result, Check check) {
        boolean passed = check.status() == Status.PASSED;
        lines.add((passed ? "ok " : "not ok ") + number + " - " + escaped(result.name() + ": " + check.name()));
        if (!passed) {
            lines.add("  ---");
            lines.add("  severity: " + (check.status().isError() ? "error" : "fail"));
            lines.add("  message: " + quoted(String.join("; ", check.detail())));
            lines.add("  at: " + quoted(result.file()));
            lines.add("  ...");
        }
    }

    /** A number sign would start a directive, and a line break another line. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("#", "\\#").replaceAll("\\p{Cntrl}", " ");
    }

    /** A JSON string is also a YAML string. */
    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }
}
