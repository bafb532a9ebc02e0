package ganglion.cli.print;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Column;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.Computation;
import ganglion.scenario.cost.EnergyName;
import ganglion.scenario.suite.CaseResult;
import ganglion.scenario.suite.StudyPoint;
import ganglion.scenario.suite.StudyPoint.Statistics;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The points of a sweep, for a terminal: decisions, expectations, and the active energy on each device, with the standard deviation
 * of the runs of a point where it has several. Active is the boundary by which the summary of a single run orders its devices. Without a
 * device, the rates of populations that differ between points stand in place of energies.
 */
final class SweepTable {

    /** Points that are printed, the first of them; the page has all. */
    private static final int MOST_POINTS = 20;

    /** Devices or populations that have a column, the first of the scenario; the page has all. */
    private static final int MOST_DEVICES = 4;

    private static final String RATE = "rate of ";
    private static final String HERTZ = " (Hz)";

    /** Classes in a cell, the most frequent; the page and the tables in files have more. */
    private static final int MOST_WINNERS = 3;

    private static final String UNKNOWN = "-";
    private static final String TOO_SLOW = " !";

    private final List<StudyPoint> points;
    private final Marks marks;
    private final boolean repeated;
    private final boolean decides;

    /** Whether decisions are told by their winners, as nothing says which are right. */
    private final boolean wins;

    /** What is missing of an energy, of the last run without it, by its name. */
    private final Map<String, String> unknown = new HashMap<>();

    /** Names of the active energies of all devices, those with a known energy first. */
    private final List<EnergyName> energies;

    /** Populations whose rate differs between points, the last first: what is read out is last. Empty where there are energies. */
    private final List<String> rates;

    SweepTable(CaseResult result, Marks marks) {
        this.points = StudyPoint.of(result);
        this.marks = marks;
        this.repeated = points.size() < result.runs().size();
        this.decides = result.labelledDecisions() > 0;
        this.wins = !decides
                && points.stream().anyMatch(point -> !point.winners().counts().isEmpty());
        this.energies = EnergyName.active(result.runs().stream()
                .filter(run -> !run.isLost())
                .flatMap(run -> Stream.concat(run.figures().keySet().stream(), run.unknown().keySet().stream())));
        this.rates = energies.isEmpty() ? differingRates() : List.of();
        result.runs().forEach(run -> unknown.putAll(run.unknown()));
    }

    private List<String> differingRates() {
        List<String> names = new ArrayList<>(points.stream()
                .flatMap(point -> point.figures().keySet().stream())
                .filter(name -> name.startsWith(RATE) && name.endsWith(HERTZ))
                .filter(name -> points.stream()
                                .map(point -> mean(point, name))
                                .distinct()
                                .count()
                        > 1)
                .distinct()
                .toList());
        Collections.reverse(names);
        return names.stream().limit(MOST_DEVICES).toList();
    }

    private static double mean(StudyPoint point, String name) {
        Statistics figure = point.figures().get(name);
        return figure == null ? Double.NaN : figure.mean();
    }

    /** Whether there is more to tell of the points than which expectations hold. */
    boolean tells() {
        return wins || !energies.isEmpty() || !rates.isEmpty();
    }

    /**
     * Prints the table, and what its columns mean.
     *
     * @param page where everything is that is left out
     */
    void print(PrintStream out, Path page) {
        List<EnergyName> devices = energies.stream().limit(MOST_DEVICES).toList();
        Table table = new Table(header(devices));
        points.stream()
                .limit(MOST_POINTS)
                .forEach(point -> table.row(cells(point, devices).toArray(String[]::new)));
        table.print(out, "");
        if (points.size() > MOST_POINTS || energies.size() > MOST_DEVICES) {
            out.println("more points or devices: " + page);
        }
        if (!devices.isEmpty()) {
            Paragraph.print(
                    out,
                    "",
                    "below each device: active energy "
                            + EnergyName.work(devices.get(0).ofDecision()) + " (" + Boundary.ACTIVE.meaning()
                            + ", or idle where no sleep is known)"
                            + (repeated ? ", mean \u00b1 standard deviation of the runs" : "")
                            + "; -: no figure; !: does not keep pace"
                            + (devices.stream().anyMatch(EnergyName::artificial)
                                    ? "; artificial: of another network of the same layers, "
                                            + Computation.ARTIFICIAL.caveat().orElseThrow()
                                    : ""));
            devices.stream()
                    .filter(device -> unknown.containsKey(device.text()))
                    .forEach(device -> Paragraph.print(
                            out, "", "-  " + device.device() + ", active: " + unknown.get(device.text())));
        }
    }

    private List<Column> header(List<EnergyName> devices) {
        List<Column> columns = new ArrayList<>(List.of(Column.text(" "), Column.text("point")));
        if (repeated) {
            columns.add(Column.number("runs"));
        }
        if (decides) {
            columns.add(Column.number("right decisions"));
        }
        if (wins) {
            columns.add(Column.text("decided for"));
        }
        columns.add(Column.number("expectations"));
        devices.forEach(
                device -> columns.add(Column.number(device.device() + (device.artificial() ? ", artificial" : ""))));
        rates.forEach(name -> columns.add(Column.number(name.substring(0, name.length() - HERTZ.length()))));
        return columns;
    }

    private List<String> cells(StudyPoint point, List<EnergyName> devices) {
        List<String> cells = new ArrayList<>();
        cells.add(marks.of(point.isAsExpected()));
        cells.add(point.label().isEmpty() ? "all" : point.label());
        if (repeated) {
            cells.add(point.lost() == 0 ? "" + point.runs() : point.runs() + " of " + (point.runs() + point.lost()));
        }
        if (decides) {
            cells.add(SuiteSummary.share(point.rightDecisions(), point.labelledDecisions()));
        }
        if (wins) {
            cells.add(point.winners().text(MOST_WINNERS));
        }
        cells.add(SuiteSummary.share(point.held(), point.expected()));
        devices.forEach(device -> cells.add(energy(point, device)));
        rates.forEach(name -> cells.add(figure(point.figures().get(name), Dimension.FREQUENCY)));
        return cells;
    }

    private static String energy(StudyPoint point, EnergyName device) {
        Statistics joules = point.figures().get(device.text());
        Statistics pace = point.figures().get(EnergyName.keepsPace(device.device()));
        boolean tooSlow = joules != null && pace != null && pace.lowest() < 1;
        return figure(joules, Dimension.ENERGY) + (tooSlow ? TOO_SLOW : "");
    }

    private static String figure(Statistics figure, Dimension dimension) {
        if (figure == null) {
            return UNKNOWN;
        }
        return figure.runs() > 1
                ? QuantityFormat.formatWithDeviation(
                        figure.mean(), figure.deviation(), dimension.baseUnit(), QuantityFormat.DEFAULT_DIGITS)
                : QuantityFormat.format(figure.mean(), dimension);
    }
}
