package ganglion.cli.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.place.ReadDocument;
import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Column;
import ganglion.scenario.result.ExpectationOutcome;
import ganglion.scenario.suite.CaseResult;
import ganglion.scenario.suite.RunResult;
import ganglion.scenario.suite.Status;
import ganglion.scenario.suite.StudyPoint;
import ganglion.scenario.suite.StudyPoint.Statistics;
import ganglion.scenario.suite.SuiteResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The results of a suite for a forge: remarks at the lines of scenario files, a summary, figures of which a trend is drawn, and a badge. */
public final class SuiteReport {

    /** What stands in every list of figures. */
    public static final String BENCHMARK_SIGN = "\"unit\"";

    /** What stands in every badge. */
    public static final String BADGE_SIGN = "\"schemaVersion\"";

    private static final int PERCENT = 100;

    /** A message that begins with its place: {@code file:line: text}. */
    private static final Pattern PLACED = Pattern.compile("(?s)(.+?):(\\d+): (.*)");

    /** A figure that is an energy or a time. */
    private static final Pattern WITH_UNIT = Pattern.compile("(.*) \\(([Js])\\)");

    private final SuiteResult suite;

    /** @param suite to report */
    public SuiteReport(SuiteResult suite) {
        this.suite = suite;
    }

    /** An expectation that does not hold. @param runs of its scenario in which it does not */
    private record Failure(ExpectationOutcome first, int runs) {

        /** The expectations of a scenario that do not hold, each once, with what its first run has found. */
        static Collection<Failure> of(CaseResult result) {
            Map<String, Failure> failures = new LinkedHashMap<>();
            result.outcomes()
                    .filter(outcome -> !outcome.passed())
                    .forEach(outcome -> failures.merge(
                            outcome.pointer(),
                            new Failure(outcome, 1),
                            (one, other) -> new Failure(one.first, one.runs + 1)));
            return failures.values();
        }

        String found() {
            return first.found() + (runs > 1 ? ", and " + (runs - 1) + " more runs" : "");
        }
    }

    /**
     * An error for each expectation that does not hold, and for each message of a run without a result, as a command of GitHub's workflows:
     * {@code ::error file=F,line=N,title=T::TEXT}. Escapes are those of its package {@code @actions/core}.
     */
    public List<String> annotations() {
        List<String> commands = new ArrayList<>();
        for (CaseResult result : suite.cases()) {
            for (Failure failure : Failure.of(result)) {
                Problem place = place(result.file(), failure.first.pointer());
                commands.add(annotation(
                        place.file(),
                        place.line(),
                        suite.title(result) + ": " + failure.first.text(),
                        "found " + failure.found() + "\nexpected " + failure.first.expected()));
            }
            SuiteSummary.messages(result).forEach(message -> {
                Matcher placed = PLACED.matcher(message);
                String title = suite.title(result) + ": " + result.status().word();
                commands.add(
                        placed.matches()
                                ? annotation(placed.group(1), Integer.parseInt(placed.group(2)), title, placed.group(3))
                                : annotation(result.file(), 0, title, message));
            });
        }
        return commands;
    }

    /** Where an expectation stands: in the file of its scenario, or in one that it extends. */
    private static Problem place(String file, String pointer) {
        try {
            return ReadDocument.of(Path.of(file), true).source().problem(pointer, "");
        } catch (InputException e) {
            return new Problem(file, 0, pointer, ""); // it has been changed since
        }
    }

    private static String annotation(String file, int line, String title, String text) {
        Path path = Path.of(file).toAbsolutePath().normalize();
        // GitHub looks files up from the root of the repository, wherever a job works.
        Path here =
                Path.of(System.getenv().getOrDefault("GITHUB_WORKSPACE", "")).toAbsolutePath();
        String shown = path.startsWith(here) ? here.relativize(path).toString() : file;
        return "::error file=" + property(shown) + (line > 0 ? ",line=" + line : "") + ",title=" + property(title)
                + "::" + data(text);
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    /** The table of scenarios and that of expectations that do not hold, in Markdown. */
    public String markdown() {
        Table failures = new Table(
                Column.text("scenario"), Column.text("expectation"), Column.text("found"), Column.text("expected"));
        for (CaseResult result : suite.cases()) {
            Failure.of(result)
                    .forEach(failure -> failures.row(
                            result.name(),
                            failure.first.text() + " (" + failure.first.pointer() + ")",
                            failure.found(),
                            failure.first.expected()));
            SuiteSummary.messages(result)
                    .forEach(message ->
                            failures.row(result.name(), result.status().word(), message, Status.PASSED.word()));
        }
        return "## Ganglion: " + Table.inMarkdown(suite.verdict()) + "\n\n"
                + new SuiteSummary(suite, new Marks(false)).table().markdown()
                + (failures.rows().isEmpty() ? "" : "\n" + failures.markdown()) + "\n";
    }

    /**
     * Figures in the form {@code customSmallerIsBetter} of the action {@code github-action-benchmark}: of each scenario the failures, as many as
     * annotations, and of each point of its sweep energies, times and the share of wrong decisions. The range is that of the repeats.
     */
    public JsonNode benchmark() {
        ArrayNode entries = JsonOutput.array();
        for (CaseResult result : suite.cases()) {
            long failures =
                    Failure.of(result).size() + SuiteSummary.messages(result).count();
            add(entries, suite.title(result) + ": failures", "", failures);
            for (StudyPoint point : StudyPoint.of(result)) {
                String name = suite.title(result) + (point.label().isEmpty() ? "" : ", " + point.label()) + ": ";
                if (point.labelledDecisions() > 0) {
                    long wrong = point.labelledDecisions() - point.rightDecisions();
                    double share = (double) PERCENT * wrong / point.labelledDecisions();
                    add(entries, name + RunResult.WRONG_DECISIONS, "%", share)
                            .put("extra", wrong + " of " + point.labelledDecisions());
                }
                point.figures().forEach((figure, statistics) -> {
                    Matcher unit = WITH_UNIT.matcher(figure);
                    if (unit.matches()) {
                        ObjectNode entry = add(entries, name + unit.group(1), unit.group(2), statistics.mean());
                        addRange(entry, statistics);
                    }
                });
            }
        }
        return entries;
    }

    private static ObjectNode add(ArrayNode entries, String name, String unit, double value) {
        return entries.addObject().put("name", name).put("unit", unit).put("value", value);
    }

    private static void addRange(ObjectNode entry, Statistics statistics) {
        if (statistics.runs() > 1) {
            entry.put("range", statistics.lowest() + " to " + statistics.highest());
        }
    }

    /** A badge, as the address {@code img.shields.io/endpoint} reads it. */
    public String badge() {
        return badge(suite.verdict(), suite.status() == Status.PASSED);
    }

    /** The same of a suite without a scenario, so that an earlier badge does not stay. */
    public static String emptyBadge() {
        return badge("no scenario was run", false);
    }

    private static String badge(String message, boolean good) {
        return JsonOutput.object()
                        .put("schemaVersion", 1)
                        .put("label", "ganglion")
                        .put("message", message)
                        .put("color", good ? "brightgreen" : "red")
                        .toPrettyString()
                + "\n";
    }
}
