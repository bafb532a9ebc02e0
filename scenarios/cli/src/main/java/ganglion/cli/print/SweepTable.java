package ganglion.cli.print;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Column;
import ganglion.hardware.estimate.Boundary;
import ganglion.scenario.cost.EnergyName;
import ganglion.scenario.suite.CaseResult;
import ganglion.scenario.suite.StudyPoint;
import ganglion.scenario.suite.StudyPoint.Statistics;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The points of a sweep, for a terminal: decisions, expectations, and the active energy on each device, with the standard deviation
 * of the runs of a point where it has several. Active is the boundary by which the summary of a single run orders its devices.
 */
final class SweepTable {

    /** Points that are printed, the first of them; the page has all. */
    private static final int MOST_POINTS = 20;

    /** Devices that have a column if there is room, the first of the scenario; the page has all. */
    private static final int MOST_DEVICES = 4;

    /** Columns of a terminal that the table keeps to, as long as it has a column for one device. */
    private static final int WIDTH = 120;

    private static final int DEVIATION_DIGITS = 2;
    private static final String UNKNOWN = "-";
    private static final String TOO_SLOW = " !";
    private static final String OF_SOME = " *";

    private final List<StudyPoint> points;
    private final Marks marks;
    private final boolean repeated;
    private final boolean decides;

    /** Whether runs left run directories. */
    private final boolean reported;

    /** Names of the energies of all devices of which one is known, in the order of the scenario. */
    private final List<EnergyName> energies;

    SweepTable(CaseResult result, Marks marks) {
        this.points = StudyPoint.of(result);
        this.marks = marks;
        this.repeated = points.size() < result.runs().size();
        this.decides = result.labelledDecisions() > 0;
        this.reported = result.runs().stream().anyMatch(run -> !run.report().isEmpty());
        this.energies = EnergyName.active(
                result.runs().stream().filter(run -> !run.isLost()).flatMap(run -> run.figures().keySet().stream()));
    }

    /** Whether the energy on any device is known. */
    boolean hasEnergies() {
        return !energies.isEmpty();
    }

    /**
     * Prints the table, and what its columns mean.
     *
     * @param page where everything is that is left out
     */
    void print(PrintStream out, Path page) {
        List<EnergyName> columns = energies.subList(0, Math.min(MOST_DEVICES, energies.size()));
        List<StudyPoint> rows = points.subList(0, Math.min(MOST_POINTS, points.size()));
        Table table = table(columns, rows);
        while (columns.size() > 1 && table.width() > WIDTH) {
            columns = columns.subList(0, columns.size() - 1);
            table = table(columns, rows);
        }
        table.print(out, "");
        if (points.size() > rows.size()) {
            out.println("and " + (points.size() - rows.size()) + " more: " + page);
        }
        printMeaning(out, columns, rows, page);
    }

    private Table table(List<EnergyName> columns, List<StudyPoint> rows) {
        Table table = new Table(header(columns));
        rows.forEach(point -> table.row(cells(point, columns).toArray(String[]::new)));
        return table;
    }

    private void printMeaning(PrintStream out, List<EnergyName> columns, List<StudyPoint> rows, Path page) {
        if (columns.isEmpty()) {
            return;
        }
        Paragraph.print(
                out,
                "",
                "below each device: active energy "
                        + EnergyName.work(columns.get(0).ofDecision()) + " (" + Boundary.ACTIVE.meaning()
                        + ", or idle where no sleep is known)"
                        + (repeated ? ", mean \u00b1 standard deviation of the runs" : "")
                        + "; the page has the other boundaries");
        if (rows.stream()
                .filter(point -> point.runs() > 0)
                .anyMatch(point -> columns.stream()
                        .anyMatch(column -> energy(point, column).equals(UNKNOWN)))) {
            out.println("-  the device cannot run the network, or a figure is not known; "
                    + (reported ? "the report of the run says why" : "run it alone, with --point, to see why"));
        }
        if (rows.stream().anyMatch(point -> columns.stream().anyMatch(column -> isTooSlow(point, column.device())))) {
            out.println("!  does not keep pace" + (repeated ? " in at least one run" : ""));
        }
        if (rows.stream()
                .anyMatch(point -> columns.stream()
                        .anyMatch(column -> energy(point, column).contains(OF_SOME)))) {
            out.println("*  of some of the runs; of the others it is not known");
        }
        int left = energies.size() - columns.size();
        if (left > 0) {
            out.println("and " + left + (left == 1 ? " more device: " : " more devices: ") + page);
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
        columns.add(Column.number("expectations"));
        devices.forEach(device -> columns.add(Column.number(device.device())));
        return columns;
    }

    private List<String> cells(StudyPoint point, List<EnergyName> columns) {
        List<String> cells = new ArrayList<>();
        cells.add(marks.of(point.isAsExpected()));
        cells.add(point.label().isEmpty() ? "all" : point.label());
        if (repeated) {
            cells.add(point.lost() == 0 ? "" + point.runs() : point.runs() + " of " + (point.runs() + point.lost()));
        }
        if (decides) {
            cells.add(SuiteSummary.share(point.rightDecisions(), point.labelledDecisions()));
        }
        cells.add(SuiteSummary.share(point.held(), point.expected()));
        columns.forEach(column -> cells.add(energy(point, column)));
        return cells;
    }

    private static String energy(StudyPoint point, EnergyName column) {
        Statistics joules = point.figures().get(column.text());
        if (joules == null) {
            return UNKNOWN;
        }
        String mean = QuantityFormat.format(joules.mean(), Dimension.ENERGY);
        String spread = joules.runs() > 1 ? " \u00b1 " + deviation(joules.deviation()) : "";
        String some = joules.runs() < point.runs() ? OF_SOME : "";
        return mean + spread + some + (isTooSlow(point, column.device()) ? TOO_SLOW : "");
    }

    private static String deviation(double joules) {
        return joules == 0 ? "0" : QuantityFormat.format(joules, Dimension.ENERGY.baseUnit(), DEVIATION_DIGITS);
    }

    private static boolean isTooSlow(StudyPoint point, String device) {
        Statistics share = point.figures().get(EnergyName.keepsPace(device));
        return share != null && share.lowest() < 1;
    }
}
