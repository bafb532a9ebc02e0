package ganglion.report.training;

import static ganglion.report.page.Html.escaped;

import ganglion.report.chart.Axis;
import ganglion.report.chart.BandsChart;
import ganglion.report.chart.ConfusionChart;
import ganglion.report.chart.LinePlot;
import ganglion.report.page.HtmlTable;
import ganglion.report.page.Page;
import ganglion.report.run.RunManifest;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.ear.EarFigures;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Chart;
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
                disturbed.charts().stream().map(Chart::title).collect(Collectors.toSet());
        page.card("Learning curves", charts(outcome, chart -> !ofDisturbances.contains(chart.title())));
        EarFigures.bandsIn(outcome.result())
                .ifPresent(bands -> page.card(
                        "Bands of the front end",
                        new BandsChart("Bands of the front end", bands.start(), bands.learned()).figure()));
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

    private static String charts(TrainingOutcome outcome, Predicate<Chart> drawn) {
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

    private static String plot(Chart chart) {
        List<LinePlot.Series> series = chart.curves().stream()
                .map(curve -> new LinePlot.Series(
                        curve.name(),
                        IntStream.range(0, curve.x().length)
                                .filter(i -> Double.isFinite(curve.y()[i]))
                                .mapToObj(i -> new LinePlot.Mark(curve.x()[i], curve.y()[i], 0))
                                .toList()))
                .toList();
        String title = chart.unit().isEmpty() ? chart.title() : chart.title() + ", " + chart.unit();
        Axis across = isCounted(chart)
                ? Axis.ofCounts(chart.across(), Axis.Range.TIGHT)
                : Axis.ofNumbers(chart.across(), Axis.Range.TIGHT);
        List<LinePlot.Marker> markers = chart.markers().stream()
                .map(marker -> new LinePlot.Marker(marker.x(), marker.name()))
                .toList();
        return new LinePlot(title, across, Axis.ofNumbers("", Axis.Range.ROUNDED), series, markers)
                .figure()
                .orElse("");
    }

    /** Epochs, inputs and neurons are; learning rates are not. */
    private static boolean isCounted(Chart chart) {
        return chart.curves().stream()
                .allMatch(curve -> Arrays.stream(curve.x()).allMatch(x -> x == Math.rint(x)));
    }

    private static String table(Table table) {
        HtmlTable markup = new HtmlTable().texts(table.header().get(0));
        table.header().stream().skip(1).forEach(markup::numbers);
        table.rows().forEach(markup::row);
        return (table.confusion() ? picture(table) : "") + markup.markup();
    }

    private static String picture(Table table) {
        List<String> names = table.rows().stream().map(row -> row.get(0)).toList();
        int[][] counts = table.rows().stream()
                .map(row -> row.stream().skip(1).mapToInt(Integer::parseInt).toArray())
                .toArray(int[][]::new);
        return new ConfusionChart(table.title(), names, counts).figure();
    }
}
