package ganglion.report.suite;

import static ganglion.report.page.Html.escaped;

import ganglion.report.files.OutputFolder;
import ganglion.report.page.Html;
import ganglion.report.page.HtmlTable;
import ganglion.report.page.Page;
import ganglion.scenario.result.ExpectationOutcome;
import ganglion.scenario.suite.CaseResult;
import ganglion.scenario.suite.RunResult;
import ganglion.scenario.suite.Status;
import ganglion.scenario.suite.SuiteResult;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The index of the runs of a suite; those that did not pass come first. */
final class SuitePage {

    private static final int MOST_MESSAGES = 20;

    private SuitePage() {}

    static String of(SuiteResult suite) {
        String verdict = suite.verdict();
        HtmlTable table = new HtmlTable()
                .texts("Scenario")
                .texts("Outcome")
                .numbers("Expectations")
                .numbers("Time of runs")
                .texts("What is wrong");
        suite.cases().stream()
                .sorted(Comparator.comparing(each -> each.status() == Status.PASSED))
                .forEach(each -> addRow(table, each));
        boolean good = suite.cases().stream().allMatch(each -> each.status() == Status.PASSED);
        return new Page("Ganglion: " + verdict)
                .head("Test suite", "Scenarios", "")
                .verdict(good && !suite.cases().isEmpty(), verdict)
                .card("Scenarios", table.markup())
                .markup("The same in <a href=\"results.json\">results.json</a>.");
    }

    private static void addRow(HtmlTable table, CaseResult result) {
        Status status = result.status();
        String error = status.isError() ? "error" : "failed";
        long held = result.outcomes().filter(ExpectationOutcome::passed).count();
        table.markupRow(
                status == Status.PASSED ? "" : error,
                List.of(
                        name(result) + tags(result),
                        mark(status),
                        held + " of " + result.outcomes().count(),
                        String.format(Locale.ROOT, "%.2f s", result.seconds()),
                        "<span class=\"detail\">" + messages(result) + "</span>"));
    }

    private static String name(CaseResult result) {
        String target = result.runs().size() > 1
                ? OutputFolder.fileName(result.name()) + "/sweep.html"
                : result.runs().get(0).report();
        return target.isEmpty()
                ? escaped(result.name())
                : "<a href=\"" + link(target) + "\">" + escaped(result.name()) + "</a>";
    }

    /** A path as an address, with every part between slashes encoded. */
    static String link(String path) {
        return Arrays.stream(path.split("/"))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    private static String tags(CaseResult result) {
        return result.tags().isEmpty()
                ? ""
                : " <span class=\"detail\">" + escaped(String.join(" ", result.tags())) + "</span>";
    }

    static String mark(Status status) {
        boolean good = status == Status.PASSED;
        return "<span class=\"mark " + (good ? "good" : "bad") + "\">" + (good ? "\u2713 " : "\u2717 ") + status.word()
                + "</span>";
    }

    private static String messages(CaseResult result) {
        List<String> lines = result.runs().stream()
                .flatMap(run -> lines(run).stream())
                .limit(MOST_MESSAGES)
                .map(Html::escaped)
                .toList();
        return String.join("<br>", lines);
    }

    private static List<String> lines(RunResult run) {
        String prefix = run.label().isEmpty() ? "" : run.label() + ": ";
        List<String> failures = run.outcomes().stream()
                .filter(outcome -> !outcome.passed())
                .map(outcome ->
                        prefix + outcome.text() + ": found " + outcome.found() + ", expected " + outcome.expected())
                .toList();
        return run.messages().isEmpty()
                ? failures
                : run.messages().stream().map(message -> prefix + message).toList();
    }
}
