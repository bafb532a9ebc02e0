package ganglion.report.suite;

import static ganglion.report.page.Html.escaped;

import ganglion.report.files.OutputFolder;
import ganglion.report.page.HtmlTable;
import ganglion.report.page.Page;
import ganglion.scenario.suite.CaseResult;
import ganglion.scenario.suite.RunResult;
import ganglion.scenario.suite.Status;
import ganglion.scenario.suite.StudyPoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A sweep as a page: its verdict, which runs are lost, drawings of each figure that varies, its points if runs were repeated, and a row for
 * every run. Figures that are the same in all runs stand in a line below the last table.
 */
final class StudyPage {

    /** Lost runs that are named on the page; the table has all of them. */
    private static final int LOST_SHOWN = 20;

    /** Points, and runs, with a row on the page; the tables in files have all of them. */
    private static final int ROWS_SHOWN = 1000;

    /** Classes of a cell; the tables in files have all of them. */
    private static final int WINNERS_SHOWN = 4;

    private final CaseResult result;
    private final StudyTable table;
    private final boolean expects;
    private final List<String> varied;

    /** The figures that are the same in all runs, each with its value. */
    private final List<String> same = new ArrayList<>();

    private StudyPage(CaseResult result) {
        this.result = result;
        this.expects = result.outcomes().findAny().isPresent();
        this.table = new StudyTable(result);
        this.varied = table.figures().stream().filter(this::varies).toList();
    }

    private boolean varies(String figure) {
        SweepFigure name = SweepFigure.of(figure);
        List<String> texts = result.runs().stream()
                .map(run -> run.isLost() ? null : run.quantities().get(figure))
                .map(value -> value == null ? "" : name.text(value))
                .distinct()
                .toList();
        if (result.runs().size() > 1 && texts.size() == 1 && !texts.get(0).isEmpty()) {
            same.add(name.name() + " " + texts.get(0));
            return false;
        }
        return true;
    }

    static String of(CaseResult result) {
        return new StudyPage(result).markup();
    }

    private String markup() {
        int all = result.runs().size();
        String runs = all + (all == 1 ? " run" : " runs");
        Page page = new Page(result.name() + ", " + runs).head("Sweep of " + runs, result.name(), "");
        if (result.lost() == 0 && !expects) {
            page.remark(decisions().map(line -> line + " ").orElse("") + "The scenario expects nothing.");
        } else {
            page.verdict(result.status() == Status.PASSED, verdict());
        }
        if (result.lost() > 0) {
            page.notice(lost());
        }
        return page.card("Figures", drawings())
                .card("Points", table.isRepeated() ? points() : "")
                .card("Runs", runs())
                .markup(escaped(result.file())
                        + ". In full precision: <a href=\"sweep.csv\">sweep.csv</a> has a row for each point, "
                        + "<a href=\"sweep-runs.csv\">sweep-runs.csv</a> for each run.");
    }

    private String verdict() {
        long good = result.runs().stream()
                .filter(run -> run.status() == Status.PASSED)
                .count();
        String runs = good == result.runs().size()
                ? "All " + good + " runs are as expected."
                : good + " of " + result.runs().size() + " runs are as expected.";
        return runs + decisions().map(line -> " " + line).orElse("");
    }

    /** How many decisions of all runs are right; empty if there are none about clips with labels. */
    private Optional<String> decisions() {
        long all = result.labelledDecisions();
        return all == 0
                ? Optional.empty()
                : Optional.of(result.rightDecisions() + " of " + all + " decisions are right.");
    }

    /** Which runs are missing, and why. */
    private String lost() {
        StringBuilder list = new StringBuilder("<p class=\"bad\">Incomplete: " + result.lost() + " of "
                + result.runs().size() + " runs have no result.</p>\n<ul>\n");
        result.runs().stream()
                .filter(RunResult::isLost)
                .limit(LOST_SHOWN)
                .forEach(run -> list.append("<li>")
                        .append(escaped(run.label() + ": " + String.join("; ", run.messages())))
                        .append("</li>\n"));
        if (result.lost() > LOST_SHOWN) {
            list.append("<li>and " + (result.lost() - LOST_SHOWN) + " more</li>\n");
        }
        return list.append("</ul>\n").toString();
    }

    private String drawings() {
        StudyPlot plot = new StudyPlot(table);
        StringBuilder all = new StringBuilder();
        varied.forEach(figure -> all.append(plot.of(figure)));
        if (all.isEmpty()) {
            return "";
        }
        String key = "<p class=\"lead\">"
                + (table.isRepeated() ? "Dots are means, bars one standard deviation of the runs to each side. " : "")
                + "An axis with two strokes at its foot leaves out zero; in maps a frame marks expectations that"
                + " fail.</p>\n";
        return key + "<div class=\"charts\">\n" + all + "</div>\n";
    }

    private String points() {
        HtmlTable markup = columns();
        markup.numbers("runs");
        addOutcomes(markup);
        List<StudyPoint> points = table.points();
        for (StudyPoint point : points.subList(0, Math.min(ROWS_SHOWN, points.size()))) {
            List<String> row = new ArrayList<>();
            table.axes()
                    .keySet()
                    .forEach(pointer ->
                            row.add(table.setting(point.settings(), pointer).unbroken()));
            row.add(point.runs() + (point.lost() > 0 ? ", " + point.lost() + " lost" : ""));
            if (expects) {
                row.add(point.held() + " of " + point.expected());
            }
            if (table.decides()) {
                row.add(point.winners().text(WINNERS_SHOWN));
            }
            varied.forEach(figure ->
                    row.add(SweepFigure.of(figure).text(point, point.figures().get(figure))));
            markup.markupRow(
                    point.isAsExpected() ? "" : "failed",
                    row.stream().map(cell -> escaped(cell)).toList());
        }
        return "<p class=\"lead\">Mean \u00b1 standard deviation of the runs of a point.</p>\n"
                + markup.markup()
                + firstOf(points.size(), "points");
    }

    /** Why figures are missing, one line for all that lack the same. */
    private String unknown() {
        Map<String, List<String>> figures = new LinkedHashMap<>();
        table.unknown()
                .forEach((figure, reasons) -> figures.computeIfAbsent(
                                String.join("; ", reasons), reason -> new ArrayList<>())
                        .add(SweepFigure.of(figure).name()));
        StringBuilder notes = new StringBuilder();
        figures.forEach((reason, names) -> notes.append(
                "<p class=\"note\">" + escaped("Not known: " + String.join(", ", names) + ": " + reason) + "</p>\n"));
        return notes.toString();
    }

    /** The columns of the settings; a number for each if nothing varies but the seed. */
    private HtmlTable columns() {
        HtmlTable markup = new HtmlTable();
        table.axes().values().forEach(markup::texts);
        return markup;
    }

    /** The columns of what runs came to. */
    private void addOutcomes(HtmlTable markup) {
        if (expects) {
            markup.numbers("expectations that hold");
        }
        if (table.decides()) {
            markup.texts(StudyTable.WINNERS);
        }
        varied.forEach(figure -> markup.numbers(SweepFigure.of(figure).name()));
    }

    private String runs() {
        List<RunResult> runs = result.runs();
        HtmlTable markup = new HtmlTable().texts("run");
        table.axes().values().forEach(markup::texts);
        boolean seeds = runs.stream().mapToLong(RunResult::seed).distinct().count() > 1;
        if (seeds) {
            markup.numbers("seed");
        }
        markup.texts("outcome");
        addOutcomes(markup);
        for (int i = 0; i < Math.min(ROWS_SHOWN, runs.size()); i++) {
            RunResult run = runs.get(i);
            List<String> row = new ArrayList<>(List.of(link(run, String.format(Locale.ROOT, "%04d", i + 1))));
            table.axes()
                    .keySet()
                    .forEach(pointer -> row.add(
                            escaped(table.setting(run.settings(), pointer).unbroken())));
            if (seeds) {
                row.add(run.seed() < 0 ? "" : Long.toString(run.seed()));
            }
            row.add(SuitePage.mark(run.status()));
            if (expects) {
                row.add(run.passed() + " of " + run.outcomes().size());
            }
            if (table.decides()) {
                row.add(escaped(run.winners().text(WINNERS_SHOWN)));
            }
            Map<String, Double> quantities = run.isLost() ? Map.of() : run.quantities();
            for (String figure : varied) {
                Double value = quantities.get(figure);
                row.add(value == null ? "" : SweepFigure.of(figure).text(value));
            }
            markup.markupRow(run.status() == Status.PASSED ? "" : "failed", row);
        }
        String notes = firstOf(runs.size(), "runs");
        boolean kept = runs.stream().anyMatch(run -> !run.report().isEmpty());
        if (!kept && result.lost() < runs.size()) {
            notes += "<p class=\"note\">There are too many runs to keep a directory of each.</p>\n";
        }
        if (!same.isEmpty()) {
            notes += "<p class=\"note\">" + escaped("The same in all runs: " + String.join(", ", same)) + ".</p>\n";
        }
        return markup.markup() + notes + unknown();
    }

    private static String firstOf(int all, String what) {
        return all > ROWS_SHOWN
                ? "<p class=\"note\">The first " + ROWS_SHOWN + " of " + all + " " + what + ".</p>\n"
                : "";
    }

    private String link(RunResult run, String text) {
        String folder = OutputFolder.fileName(result.name()) + "/";
        if (run.report().isEmpty()) {
            return text;
        }
        String target = run.report().startsWith(folder) ? run.report().substring(folder.length()) : run.report();
        return "<a href=\"" + SuitePage.link(target) + "\">" + text + "</a>";
    }
}
