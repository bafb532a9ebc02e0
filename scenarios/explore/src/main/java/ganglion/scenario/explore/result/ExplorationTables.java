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
import ganglion.scenario.explore.space.SearchDimension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a search found as tables, for terminal, page and file. */
public final class ExplorationTables {

    private ExplorationTables() {}

    /** What the figures are of, in a sentence. */
    public static String measured(Exploration found) {
        int test = found.data().test();
        return "Energy of a decision, " + found.search().goal().energy().label() + "; accuracy on "
                + (test > 0
                        ? test + " samples of the test set, which nothing was chosen by"
                        : found.data().validation() + " samples of the validation set, which all was chosen by");
    }

    /** What it comes to on each device, in a sentence: the point that is most accurate in validation, beside what was made by hand and the baseline. */
    public static List<String> verdicts(Exploration found) {
        return found.devices().stream()
                .map(device -> found.points().points().stream()
                        .filter(point -> point.profile().equals(device))
                        .max(Comparator.comparingInt(FrontPoint::validated)
                                .thenComparing(Comparator.comparingDouble(FrontPoint::validationJoules)
                                        .reversed()))
                        .map(point -> verdict(found, point))
                        .orElse(device + ": no network was trained with all seeds."))
                .toList();
    }

    private static String verdict(Exploration found, FrontPoint point) {
        DeviceOutcome held = point.saved().held();
        StringBuilder says = new StringBuilder(point.profile() + ": most accurate in validation is " + figures(point));
        found.points().toBeat(point.profile()).ifPresent(other -> says.append("; made by hand, " + figures(other)));
        int baseline = point.saved().baselineCorrect();
        if (baseline >= 0) {
            double share = (double) baseline / held.samples();
            boolean below =
                    share < WilsonInterval.of(held.accuracy(), held.samples()).low();
            says.append("; the naive baseline has " + percent(share) + (below ? ", " : ", not ")
                    + "below the 95 % interval of the saved network");
            if (!below) {
                says.append(": that this is better is not shown");
            }
        }
        return says.append('.').toString();
    }

    private static String figures(FrontPoint point) {
        return point.name() + " with " + percent(FrontPoint.mean(point.accuracies()))
                + point.joules()
                        .map(joules -> ", " + QuantityFormat.format(joules.mean(), Dimension.ENERGY))
                        .orElse("");
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
                Column.text("misses"),
                Column.text("configuration"));
        for (String device : found.devices()) {
            Optional<FrontPoint> toBeat = found.points().toBeat(device);
            Stream.concat(found.points().reference().stream(), found.points().points().stream())
                    .filter(point -> point.profile().equals(device))
                    .forEach(point -> table.row(row(found, point, toBeat)));
        }
        return table;
    }

    private static List<Cell> row(Exploration found, FrontPoint point, Optional<FrontPoint> toBeat) {
        SeedFigures saved = point.saved();
        DeviceOutcome held = saved.held();
        double mean = FrontPoint.mean(point.accuracies());
        String accuracy = String.format(
                Locale.ROOT, "%.1f %% +- %.1f", 100 * mean, 100 * FrontPoint.deviation(point.accuracies()));
        double baseline = saved.baselineCorrect() < 0 ? Double.NaN : (double) saved.baselineCorrect() / held.samples();
        double times = toBeat.filter(other -> other != point)
                .map(other -> other.saved().held().joules().orElse(Double.NaN)
                        / held.joules().orElse(Double.NaN))
                .orElse(Double.NaN);
        return List.of(
                Cell.of(point.best() ? "*" : ""),
                Cell.of(point.name()),
                Cell.of(mean, accuracy),
                Cell.of(percent(held.accuracy()) + " "
                        + WilsonInterval.of(held.accuracy(), held.samples()).percent()),
                Cell.of(baseline, percent(baseline)),
                energy(held.joules()),
                Cell.of(interval(held)),
                Cell.of(ties(found, point)),
                Cell.of(held.grade()),
                Cell.of(times, Double.isNaN(times) ? "" : String.format(Locale.ROOT, "%.2f times", times)),
                Cell.of(found.missed(point).stream().map(WordType::wordOf).collect(Collectors.joining(", "))),
                Cell.of(point.configuration().text()));
    }

    /** Other points of the front whose energy on this device is no further away than the error of an estimate. */
    private static String ties(Exploration found, FrontPoint point) {
        DeviceOutcome held = point.saved().held();
        return found.points().points().stream()
                .filter(other -> other != point && other.profile().equals(point.profile()))
                .filter(other -> ties(held, other.saved().held()))
                .map(FrontPoint::name)
                .collect(Collectors.joining(", "));
    }

    private static boolean ties(DeviceOutcome one, DeviceOutcome other) {
        if (one.joules().isEmpty() || other.joules().isEmpty() || one.factor().isEmpty()) {
            return false;
        }
        double ratio = one.joules().getAsDouble() / other.joules().getAsDouble();
        double factor = one.factor().getAsDouble();
        return ratio < factor && ratio > 1 / factor;
    }

    /** Why devices cannot compute the experiment as it is, or one that is compared with. */
    public static Table unfit(Exploration found) {
        Table table = new Table(Column.text("device"), Column.text("does not fit"), Column.text("because"));
        RungFigures asItIs = found.trials().get(0).last().orElseThrow();
        asItIs.devices().stream()
                .filter(device -> !device.fits())
                .forEach(device ->
                        table.row(device.profile(), "the experiment as it is", String.join("; ", device.problems())));
        found.points()
                .misfits()
                .forEach(misfit ->
                        table.row(misfit.profile(), misfit.experiment(), String.join("; ", misfit.problems())));
        return table;
    }

    /** A row for each stage of each trial on each device. */
    public static Table trials(Exploration found) {
        List<Column> columns =
                new ArrayList<>(List.of(Column.number("trial"), Column.number("bracket"), Column.text("origin")));
        for (SearchDimension dimension : found.search().space().dimensions()) {
            columns.add(Column.text(dimension.name()));
        }
        columns.addAll(List.of(
                Column.number("epochs"),
                Column.text("profile"),
                Column.number("samples"),
                Column.number("accuracy"),
                Column.number("energy", "J"),
                Column.number("time", "s"),
                Column.number("bytes"),
                Column.text("problems")));
        Table table = new Table(columns);
        for (TrialRecord trial : found.trials()) {
            trial.unfit().forEach(device -> table.row(row(found, trial, 0, device)));
            trial.rungs()
                    .forEach(rung ->
                            rung.devices().forEach(device -> table.row(row(found, trial, rung.epochs(), device))));
        }
        return table;
    }

    private static List<Cell> row(Exploration found, TrialRecord trial, int epochs, DeviceOutcome device) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(trial.number()));
        cells.add(Cell.of(trial.bracket()));
        cells.add(Cell.of(WordType.wordOf(trial.origin())));
        for (SearchDimension dimension : found.search().space().dimensions()) {
            cells.add(Cell.of(trial.configuration().values().getOrDefault(dimension.name(), "")));
        }
        cells.add(Cell.of(epochs));
        cells.add(Cell.of(device.profile()));
        cells.add(device.fits() ? Cell.of(device.samples()) : Cell.of(""));
        cells.add(device.fits() ? Cell.of(device.accuracy(), percent(device.accuracy())) : Cell.of(""));
        cells.add(energy(device.fits() ? device.joules() : OptionalDouble.empty()));
        OptionalDouble seconds = device.fits() ? device.seconds() : OptionalDouble.empty();
        cells.add(
                seconds.isPresent()
                        ? Cell.of(seconds.getAsDouble(), QuantityFormat.format(seconds.getAsDouble(), Dimension.TIME))
                        : Cell.of(""));
        cells.add(device.fits() ? Cell.of(device.bytes()) : Cell.of(""));
        cells.add(Cell.of(String.join("; ", device.problems())));
        return cells;
    }

    private static Cell energy(OptionalDouble joules) {
        return joules.isPresent()
                ? Cell.of(joules.getAsDouble(), QuantityFormat.format(joules.getAsDouble(), Dimension.ENERGY))
                : Cell.of("");
    }

    private static String interval(DeviceOutcome device) {
        if (device.joules().isEmpty() || device.factor().isEmpty()) {
            return "";
        }
        double joules = device.joules().getAsDouble();
        double factor = device.factor().getAsDouble();
        return QuantityFormat.format(joules / factor, Dimension.ENERGY) + " to "
                + QuantityFormat.format(joules * factor, Dimension.ENERGY);
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
