package ganglion.scenario.explore.result;

import ganglion.documents.key.WordType;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.documents.quantity.WilsonInterval;
import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Cell;
import ganglion.documents.table.Table.Column;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.Exploration;
import ganglion.scenario.explore.FrontPoint;
import ganglion.scenario.explore.RungFigures;
import ganglion.scenario.explore.SeedFigures;
import ganglion.scenario.explore.TrialRecord;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a search found as tables, for terminal and page. */
public final class ExplorationTables {

    private ExplorationTables() {}

    /** What the figures are of, in a sentence. */
    public static String measured(Exploration found) {
        return "Energy of a decision, " + found.search().goal().energy().label() + "; accuracy on "
                + found.data().test() + " samples of the test set, which nothing was chosen by";
    }

    /** A row for each network made by hand and each point of the front, by device. */
    public static Table points(Exploration found) {
        Table table = new Table(
                Column.text(""),
                Column.text("network"),
                Column.number("accuracy"),
                Column.text("of the saved one, 95 %"),
                Column.number("baseline"),
                Column.number("energy", "J"),
                Column.text("95 %"),
                Column.text("energy ties with"),
                Column.text("grade"),
                Column.number("less than by hand"),
                Column.text("configuration"));
        for (String device : found.devices()) {
            double byHand = found.points()
                    .toBeat(device)
                    .map(other -> other.saved().test().joules())
                    .orElse(Double.NaN);
            Stream.concat(found.points().reference().stream(), found.points().points().stream())
                    .filter(point -> point.profile().equals(device))
                    .forEach(point -> table.row(row(found, point, byHand)));
        }
        return table;
    }

    private static List<Cell> row(Exploration found, FrontPoint point, double byHand) {
        SeedFigures saved = point.saved();
        DeviceOutcome test = saved.test();
        double baseline = (double) saved.baselineCorrect() / test.samples();
        double times = byHand / test.joules();
        boolean isCompared = !point.configuration().isAsItIs() && !Double.isNaN(times);
        return List.of(
                Cell.of(point.best() ? "*" : ""),
                Cell.of(point.name()),
                Cell.of(
                        point.accuracy(),
                        String.format(
                                Locale.ROOT,
                                "%.1f %% +- %.1f",
                                100 * point.accuracy(),
                                100 * point.accuracyDeviation())),
                Cell.of(percent(test.accuracy()) + " "
                        + WilsonInterval.of(test.accuracy(), test.samples()).percent()),
                Cell.of(baseline, percent(baseline)),
                energy(test.joules()),
                Cell.of(
                        test.factor() == 0
                                ? ""
                                : joules(test.joules() / test.factor()) + " to "
                                        + joules(test.joules() * test.factor())),
                Cell.of(ties(found, point)),
                Cell.of(test.grade()),
                isCompared ? Cell.of(times, String.format(Locale.ROOT, "%.2f times", times)) : Cell.of(""),
                Cell.of(point.configuration().text()));
    }

    /** Other points of the front whose energy on this device is no further away than the error of an estimate. */
    private static String ties(Exploration found, FrontPoint point) {
        DeviceOutcome test = point.saved().test();
        return found.points().points().stream()
                .filter(other -> other != point && other.profile().equals(point.profile()))
                .filter(other -> {
                    double ratio = test.joules() / other.saved().test().joules();
                    return ratio < test.factor() && ratio > 1 / test.factor();
                })
                .map(FrontPoint::name)
                .collect(Collectors.joining(", "));
    }

    /** Why devices cannot compute the experiment as it is. */
    public static Table unfit(Exploration found) {
        Table table = new Table(Column.text("device"), Column.text("does not fit"), Column.text("because"));
        RungFigures asItIs = found.trials().get(0).last().orElseThrow();
        asItIs.devices().stream()
                .filter(device -> !device.fits())
                .forEach(device ->
                        table.row(device.profile(), "the experiment as it is", String.join("; ", device.problems())));
        return table;
    }

    /** A row for each trial on each device, after the last stage of its training. */
    public static Table trials(Exploration found) {
        Table table = new Table(
                Column.number("trial"),
                Column.text("origin"),
                Column.text("configuration"),
                Column.number("epochs"),
                Column.text("device"),
                Column.number("accuracy"),
                Column.number("energy", "J"),
                Column.text("problems"));
        for (TrialRecord trial : found.trials()) {
            for (DeviceOutcome device : trial.last().map(RungFigures::devices).orElse(trial.unfit())) {
                table.row(List.of(
                        Cell.of(trial.number()),
                        Cell.of(WordType.wordOf(trial.origin())),
                        Cell.of(trial.configuration().text()),
                        Cell.of(trial.epochs()),
                        Cell.of(device.profile()),
                        device.fits() ? Cell.of(device.accuracy(), percent(device.accuracy())) : Cell.of(""),
                        device.fits() ? energy(device.joules()) : Cell.of(""),
                        Cell.of(String.join("; ", device.problems()))));
            }
        }
        return table;
    }

    private static Cell energy(double joules) {
        return Cell.of(joules, joules(joules));
    }

    private static String joules(double joules) {
        return QuantityFormat.format(joules, Dimension.ENERGY);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
