package ganglion.cli.print;

import ganglion.cli.terminal.Console;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Column;
import ganglion.scenario.result.ExpectationOutcome;
import ganglion.scenario.suite.CaseResult;
import ganglion.scenario.suite.RunResult;
import ganglion.scenario.suite.Status;
import ganglion.scenario.suite.SuiteResult;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The results of a suite, for a terminal. */
public final class SuiteSummary {

    private static final String INDENT = "    ";

    /** Runs whose failed expectations are printed; more would push the first out of sight. */
    private static final int MOST_FAILED_RUNS = 20;

    /** Messages that are printed of one scenario. */
    private static final int MOST_MESSAGES = 100;

    private final SuiteResult suite;
    private final Marks marks;

    /** @param suite to print */
    public SuiteSummary(SuiteResult suite, Marks marks) {
        this.suite = suite;
        this.marks = marks;
    }

    /**
     * Prints results to standard output, and errors, one line each, to standard error.
     *
     * @param index the page over all runs
     * @param quiet whether to leave out what is as expected
     */
    public void print(Console console, Path index, boolean quiet) {
        PrintStream out = console.out();
        if (!quiet) {
            table().print(out, "");
            suite.cases().forEach(result -> printPoints(out, result, index));
        }
        for (CaseResult result : suite.cases()) {
            printFailures(out, result, index);
            result.notes().forEach(note -> out.println(result.name() + ": " + note));
            printMessages(console, result, index);
        }
        if (!quiet) {
            out.println();
            out.println(suite.verdict() + " in " + QuantityFormat.format(suite.seconds(), Dimension.TIME));
            out.println("report: " + index);
        }
    }

    /** A row for each scenario. */
    Table table() {
        boolean decides = suite.cases().stream().anyMatch(result -> result.labelledDecisions() > 0);
        List<Column> columns =
                new ArrayList<>(List.of(Column.text(" "), Column.text("scenario"), Column.number("runs")));
        if (decides) {
            columns.add(Column.number("right decisions"));
        }
        columns.addAll(List.of(Column.number("expectations"), Column.number("time of runs"), Column.text("")));
        Table table = new Table(columns);
        for (CaseResult result : suite.cases()) {
            List<String> cells =
                    new ArrayList<>(List.of(marks.of(result.status() == Status.PASSED), result.name(), runs(result)));
            if (decides) {
                cells.add(share(result.rightDecisions(), result.labelledDecisions()));
            }
            cells.add(share(
                    result.outcomes().filter(ExpectationOutcome::passed).count(),
                    result.outcomes().count()));
            cells.add(QuantityFormat.format(result.seconds(), Dimension.TIME));
            cells.add(result.status() == Status.PASSED ? "" : result.status().word());
            table.row(cells.toArray(String[]::new));
        }
        return table;
    }

    /** The points of a sweep: of a suite where they decide something, of a sweep that was run alone also where they have energies or winners. */
    private void printPoints(PrintStream out, CaseResult result, Path index) {
        SweepTable table = new SweepTable(result, marks);
        boolean alone = suite.cases().size() == 1;
        if (result.runs().size() > 1 && (result.labelledDecisions() > 0 || alone && table.tells())) {
            out.println();
            table.print(out, index);
        }
    }

    /** How many of all; a dash for none of none. */
    static String share(long good, long all) {
        return all == 0 ? "-" : good + " of " + all;
    }

    /** What went wrong, besides expectations; once where it is the same for several runs. */
    public static Stream<String> messages(CaseResult result) {
        return result.runs().stream().flatMap(run -> run.messages().stream()).distinct();
    }

    private static String runs(CaseResult result) {
        int all = result.runs().size();
        return all > 1 && result.lost() > 0 ? all - result.lost() + " of " + all : Integer.toString(all);
    }

    private static void printMessages(Console console, CaseResult result, Path index) {
        List<String> messages = messages(result).toList();
        messages.stream().limit(MOST_MESSAGES).forEach(console::errorLine);
        if (messages.size() > MOST_MESSAGES) {
            console.errorLine(result.name() + ": " + (messages.size() - MOST_MESSAGES) + " more messages: " + index);
        }
    }

    private void printFailures(PrintStream out, CaseResult result, Path index) {
        List<RunResult> runs =
                result.runs().stream().filter(run -> !failed(run).isEmpty()).toList();
        for (RunResult run : runs.subList(0, Math.min(runs.size(), MOST_FAILED_RUNS))) {
            out.println();
            out.println(result.name() + (run.label().isEmpty() ? "" : ", " + run.label()));
            new ExpectationList(failed(run), marks).print(out, INDENT);
        }
        if (runs.size() > MOST_FAILED_RUNS) {
            int more = runs.size() - MOST_FAILED_RUNS;
            out.println();
            out.println(result.name() + ": " + more + (more == 1 ? " more run" : " more runs")
                    + " in which expectations fail: " + index);
        }
    }

    private static List<ExpectationOutcome> failed(RunResult run) {
        return run.outcomes().stream().filter(outcome -> !outcome.passed()).toList();
    }
}
