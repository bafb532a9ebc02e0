package ganglion.report.suite;

import static ganglion.report.page.Html.escaped;

import ganglion.hardware.estimate.Boundary;
import ganglion.report.page.HtmlTable;
import ganglion.scenario.cost.EnergyName;
import ganglion.scenario.suite.CaseResult;
import ganglion.scenario.suite.StudyPoint;
import ganglion.scenario.suite.StudyPoint.Statistics;
import java.util.ArrayList;
import java.util.List;

/** The active energy of each point of a sweep on each device, beside its right decisions: the columns that tell which point to take. */
final class EnergyOfPoints {

    private final StudyTable table;
    private final List<EnergyName> devices;
    private final boolean decides;

    EnergyOfPoints(CaseResult result, StudyTable table) {
        this.table = table;
        this.devices = EnergyName.active(
                result.runs().stream().filter(run -> !run.isLost()).flatMap(run -> run.figures().keySet().stream()));
        this.decides = result.labelledDecisions() > 0;
    }

    /** The table with a sentence before it; empty if no energy is known. */
    String markup(int mostRows) {
        if (devices.isEmpty()) {
            return "";
        }
        HtmlTable markup = new HtmlTable();
        table.axes().values().forEach(markup::texts);
        if (decides) {
            markup.numbers("right decisions");
        }
        devices.forEach(column -> markup.numbers(column.device()));
        table.points().stream().limit(mostRows).forEach(point -> markup.markupRow("", row(point)));
        return "<p class=\"lead\">Active energy "
                + EnergyName.work(devices.get(0).ofDecision()) + " on each device: " + Boundary.ACTIVE.meaning()
                + ", or idle where no sleep is known. "
                + (table.isRepeated() ? "Mean \u00b1 standard deviation of the runs of a point. " : "")
                + "The other boundaries are among the figures of the points. -: the device cannot run the network, or a figure is not known; the report of"
                + " the run says why.</p>\n" + markup.markup();
    }

    private List<String> row(StudyPoint point) {
        List<String> row = new ArrayList<>();
        table.axes()
                .keySet()
                .forEach(pointer ->
                        row.add(escaped(table.setting(point.settings(), pointer).unbroken())));
        if (decides) {
            row.add(point.labelledDecisions() == 0 ? "" : point.rightDecisions() + " of " + point.labelledDecisions());
        }
        devices.forEach(column -> row.add(escaped(cell(point, column))));
        return row;
    }

    private static String cell(StudyPoint point, EnergyName column) {
        Statistics joules = point.figures().get(column.text());
        if (joules == null) {
            return "-";
        }
        Statistics pace = point.figures().get(EnergyName.keepsPace(column.device()));
        return SweepFigure.of(column.text()).text(point, joules)
                + (pace != null && pace.lowest() < 1 ? ", does not keep pace" : "");
    }
}
