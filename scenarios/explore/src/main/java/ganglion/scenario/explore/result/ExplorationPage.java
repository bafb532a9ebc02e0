package ganglion.scenario.explore.result;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.WilsonInterval;
import ganglion.documents.table.Table;
import ganglion.report.chart.Axis;
import ganglion.report.chart.Chart;
import ganglion.report.chart.Chart.Look;
import ganglion.report.chart.Chart.Mark;
import ganglion.report.page.Html;
import ganglion.report.page.HtmlTable;
import ganglion.report.page.Page;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.Exploration;
import ganglion.scenario.explore.FrontPoint;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.TrialRecord;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a search found, as a page: a front for each device, all points and all trials. */
public final class ExplorationPage {

    /** Name of the page in the folder of the search. */
    public static final String FILE = "explore.html";

    /** Narrow enough for a phone. */
    private static final int WIDTH = 270;

    private static final int HEIGHT = 220;

    private ExplorationPage() {}

    /** The page, as HTML. */
    public static String of(Exploration found) {
        Page page = new Page("Search " + found.search().name())
                .head("Search", found.search().name(), found.search().source().description());
        if (!found.complete()) {
            page.notice(
                    "<p>The search was stopped before its end. <code>ganglion explore --resume</code> goes on.</p>");
        }
        return page.remark(ExplorationTables.measured(found))
                .card(
                        "Fronts",
                        Html.lead(
                                "Further up is more accurate, further left takes less energy; bars span 95 % intervals."
                                        + " Pale dots are trials in validation, the others are means over all seeds."),
                        Html.figures(found.devices().stream()
                                .flatMap(device -> front(found, device).stream())
                                .toList()))
                .card(
                        "Points",
                        Html.lead(
                                "Means over the seeds, the front marked by *. Of the networks made by hand, the most accurate in validation is the one"
                                        + " to beat on its device."),
                        HtmlTable.of(ExplorationTables.points(found)).markup())
                .card("What does not fit", table(ExplorationTables.unfit(found)))
                .card(
                        "Trials",
                        "<details><summary>All trials after the last stage of their training</summary>\n"
                                + table(ExplorationTables.trials(found)) + "</details>\n")
                .markup("All figures in <a href=\"result.json\">result.json</a>.");
    }

    private static String table(Table table) {
        return table.rows().isEmpty() ? "" : HtmlTable.of(table).markup();
    }

    /** Accuracy against energy on a device; nothing if no energy is known. */
    private static Optional<String> front(Exploration found, String device) {
        List<Mark> trials = found.trials().stream()
                .filter(trial -> !trial.configuration().isAsItIs())
                .flatMap(trial -> trial(trial, device).stream())
                .toList();
        List<Mark> best = points(found.points().points(), device, FrontPoint::best);
        List<Mark> others = points(found.points().points(), device, point -> !point.best());
        List<Mark> byHand = points(found.points().reference(), device, any -> true);
        if (Stream.of(trials, best, others, byHand).allMatch(List::isEmpty)) {
            return Optional.empty();
        }
        Chart chart = new Chart(
                        device,
                        Axis.of(
                                "energy of a decision, "
                                        + found.search().goal().energy().label(),
                                Dimension.ENERGY,
                                Axis.Range.LOGARITHMIC),
                        Axis.of(
                                "",
                                (value, digits) -> String.format(Locale.ROOT, "%.0f %%", 100 * value),
                                Axis.Range.TIGHT))
                .size(WIDTH, HEIGHT)
                .greySeries("trials", Look.FAINT, trials)
                .series("front", Look.DOTS, best)
                .series("made by hand", Look.SQUARES, byHand);
        if (!others.isEmpty()) {
            chart.series("other points", Look.DOTS, others);
        }
        Search.Goal goal = found.search().goal();
        if (goal.leastAccuracy() > 0) {
            chart.rule(false, goal.leastAccuracy(), "limit");
        }
        if (goal.mostJoules() < Double.MAX_VALUE) {
            chart.rule(true, goal.mostJoules(), "limit");
        }
        return Optional.of(chart.figure());
    }

    private static Optional<Mark> trial(TrialRecord trial, String device) {
        return trial.last()
                .map(rung -> rung.on(device))
                .filter(figures -> figures.fits() && figures.joules() > 0)
                .map(figures -> new Mark(
                        figures.joules(),
                        figures.accuracy(),
                        "trial " + trial.number() + ", epoch " + trial.epochs() + ": "
                                + trial.configuration().text()));
    }

    private static List<Mark> points(List<FrontPoint> points, String device, Predicate<FrontPoint> which) {
        return points.stream()
                .filter(point -> point.profile().equals(device) && which.test(point))
                .filter(point -> point.joules() > 0)
                .map(ExplorationPage::mark)
                .toList();
    }

    /** The means over the seeds. */
    private static Mark mark(FrontPoint point) {
        DeviceOutcome test = point.saved().test();
        double factor = Math.max(1, test.factor());
        WilsonInterval accuracy = WilsonInterval.of(point.accuracy(), test.samples());
        return new Mark(
                        point.joules(),
                        point.accuracy(),
                        point.name() + ": " + point.configuration().text())
                .between(accuracy.low(), accuracy.high())
                .spread(point.joules() / factor, point.joules() * factor);
    }
}
