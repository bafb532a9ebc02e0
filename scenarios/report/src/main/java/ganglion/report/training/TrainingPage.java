package ganglion.report.training;

import static ganglion.report.page.Html.escaped;

import ganglion.report.chart.Axis;
import ganglion.report.chart.Chart;
import ganglion.report.chart.Chart.Look;
import ganglion.report.chart.Chart.Mark;
import ganglion.report.chart.ConfusionChart;
import ganglion.report.page.HtmlTable;
import ganglion.report.page.Page;
import ganglion.report.run.RunManifest;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Table;
import ganglion.scenario.experiment.robustness.RobustnessFigures;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A training as a page: summary, learning curves, tables, and how to reproduce it. */
final class TrainingPage {

    private TrainingPage() {}

    static String of(TrainingOutcome outcome, RunManifest manifest) {
        ExperimentHead head = outcome.experiment().head();
        Page page = new Page("Training of " + head.name())
                .head("Training", head.name(), head.description())
                .card("Summary", summary(outcome));
        RobustnessFigures disturbed = RobustnessFigures.in(outcome.result());
        Set<String> ofDisturbances =
                disturbed.charts().stream().map(TrainingOutcome.Chart::title).collect(Collectors.toSet());
        page.card("Learning curves", charts(outcome, chart -> !ofDisturbances.contains(chart.title())));
        for (Table table : outcome.tables()) {
            String charts = disturbed.tables().contains(table)
                    ? charts(outcome, chart -> ofDisturbances.contains(chart.title()))
                    : "";
            page.card(table.title(), charts + table(table));
        }
        page.card(
                "How to reproduce it",
                "<pre><code>" + escaped(String.join(" ", manifest.commandLine()))
                        + "</code></pre>\n<p class=\"note\">Seed "
                        + head.seed() + ", Ganglion " + escaped(manifest.ganglionVersion()) + ", "
                        + escaped(manifest.started().toString()) + ".</p>\n");
        return page.markup("All figures in <a href=\"result.json\">result.json</a>.");
    }

    /** What was missed looks like a warning. */
    private static String summary(TrainingOutcome outcome) {
        List<String> missed = RobustnessFigures.isMissed(outcome.result())
                ? RobustnessFigures.in(outcome.result()).lines()
                : List.of();
        List<String> others = outcome.summary().stream()
                .filter(line -> !missed.contains(line))
                .toList();
        String bad = " class=\"bad\"";
        return list(missed, bad) + list(others, "") + list(outcome.warnings(), bad);
    }

    private static String charts(TrainingOutcome outcome, Predicate<TrainingOutcome.Chart> drawn) {
        String charts =
                outcome.charts().stream().filter(drawn).map(TrainingPage::plot).collect(Collectors.joining());
        return charts.isEmpty() ? "" : "<div class=\"charts\">\n" + charts + "</div>\n";
    }

    private static String list(List<String> lines, String look) {
        StringBuilder list = new StringBuilder();
        lines.forEach(line -> list.append("<li")
                .append(look)
                .append(">")
                .append(escaped(line))
                .append("</li>\n"));
        return list.isEmpty() ? "" : "<ul class=\"lines\">\n" + list + "</ul>\n";
    }

    private static String plot(TrainingOutcome.Chart drawn) {
        String title = drawn.unit().isEmpty() ? drawn.title() : drawn.title() + ", " + drawn.unit();
        Axis across = isCounted(drawn)
                ? Axis.ofCounts(drawn.across(), Axis.Range.TIGHT)
                : Axis.ofNumbers(drawn.across(), Axis.Range.TIGHT);
        Chart chart = new Chart(title, across, Axis.ofNumbers("", Axis.Range.ROUNDED));
        // An epoch without a value is left out, and its neighbours are joined.
        drawn.curves()
                .forEach(curve -> chart.series(
                        curve.name(),
                        Look.JOINED,
                        IntStream.range(0, curve.x().length)
                                .filter(i -> Double.isFinite(curve.y()[i]))
                                .mapToObj(i -> new Mark(curve.x()[i], curve.y()[i]))
                                .toList()));
        drawn.markers().forEach(marker -> chart.rule(true, marker.x(), marker.name()));
        return chart.varies() && Chart.tellsApart(drawn.curves().size()) ? chart.figure() : "";
    }

    /** Epochs, inputs and neurons are; learning rates are not. */
    private static boolean isCounted(TrainingOutcome.Chart chart) {
        return chart.curves().stream()
                .allMatch(curve -> Arrays.stream(curve.x()).allMatch(x -> x == Math.rint(x)));
    }

    private static String table(Table table) {
        HtmlTable markup = new HtmlTable().texts(table.header().get(0));
        table.header().stream().skip(1).forEach(markup::numbers);
        table.rows().forEach(markup::row);
        return (table.confusion() ? confusion(table) : "") + markup.markup();
    }

    private static String confusion(Table table) {
        List<String> names = table.rows().stream().map(row -> row.get(0)).toList();
        int[][] counts = table.rows().stream()
                .map(row -> row.stream().skip(1).mapToInt(Integer::parseInt).toArray())
                .toArray(int[][]::new);
        return ConfusionChart.of(table.title(), names, counts).figure();
    }
}
