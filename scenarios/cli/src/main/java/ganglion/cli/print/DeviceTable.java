package ganglion.cli.print;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Column;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.estimate.Battery;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.Computation;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.hardware.estimate.Part;
import ganglion.hardware.estimate.PartEnergy;
import ganglion.hardware.figure.IntervalText;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.placement.ChipFit;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What a decision takes on each device, one device a row, with no more digits than its interval allows. An energy that is
 * unknown is a dash, and the line below the table says which figure is missing.
 */
public final class DeviceTable {

    private static final String UNKNOWN = "-";

    private final List<DecisionEstimate> rows;
    private final Optional<Battery> battery;

    DeviceTable(List<DecisionEstimate> rows, Optional<Battery> battery) {
        this.rows = rows;
        this.battery = battery;
    }

    void print(PrintStream out, String indent) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("device"), Column.text("computes")));
        Stream.of("works", "marginal", "active", "active for")
                .map(Column::number)
                .forEach(columns::add);
        parts().forEach(part -> columns.add(Column.number(part.label())));
        columns.add(Column.number("always on"));
        battery.ifPresent(given -> columns.add(Column.number("battery, days")));
        columns.add(Column.text("grade"));
        columns.add(Column.text("fits"));
        Table table = new Table(columns);
        rows.forEach(estimate -> table.row(cells(estimate).toArray(String[]::new)));
        table.print(out, indent);
        rows.forEach(estimate -> printMissing(out, indent, estimate));
    }

    private List<String> cells(DecisionEstimate estimate) {
        OptionalDouble asleep = estimate.joulesPerDay(Boundary.ACTIVE);
        OptionalDouble on = estimate.joulesPerDay(Boundary.ALWAYS_ON);
        List<String> cells = new ArrayList<>();
        cells.add(estimate.profile().name());
        cells.add(computes(estimate));
        cells.add(text(estimate, Boundary.ACTIVE, estimate.workSeconds(), Dimension.TIME));
        for (Boundary boundary : Boundary.values()) {
            cells.add(text(estimate, boundary, estimate.energy(boundary).joules(), Dimension.ENERGY));
            if (boundary == Boundary.ACTIVE) {
                cells.add(text(
                        estimate,
                        boundary,
                        estimate.energy(boundary).joules().isPresent()
                                ? estimate.activeSeconds()
                                : OptionalDouble.empty(),
                        Dimension.TIME));
                parts().forEach(part -> cells.add(text(estimate, boundary, joules(estimate, part), Dimension.ENERGY)));
            }
        }
        battery.ifPresent(given -> cells.add(text(estimate, Boundary.ACTIVE, given.days(asleep), Dimension.COUNT)
                + " or " + text(estimate, Boundary.ALWAYS_ON, given.days(on), Dimension.COUNT)));
        cells.add(grade(estimate.reliability()));
        cells.add(estimate.computation() == Computation.ARTIFICIAL ? "another network" : fits(estimate.fit()));
        return cells;
    }

    /** The parts of an active energy that some device takes anything for. */
    private List<Part> parts() {
        return Arrays.stream(Part.values())
                .filter(part -> rows.stream()
                        .anyMatch(estimate -> joules(estimate, part).orElse(1) > 0))
                .toList();
    }

    private static OptionalDouble joules(DecisionEstimate estimate, Part part) {
        return estimate.energy(Boundary.ACTIVE)
                .parts()
                .getOrDefault(part, PartEnergy.NONE)
                .joules();
    }

    /** What a device computes, in the words of a scenario: {@code artificial int8}. */
    public static String computes(DecisionEstimate estimate) {
        return estimate.computation().word()
                + estimate.format()
                        .map(NumberFormat::word)
                        .map(word -> " " + word)
                        .orElse("");
    }

    private static String text(
            DecisionEstimate estimate, Boundary boundary, OptionalDouble value, Dimension dimension) {
        return value.isEmpty()
                ? UNKNOWN
                : IntervalText.rounded(
                        value.getAsDouble(), estimate.reliability(boundary).around(value.getAsDouble()), dimension);
    }

    private static String fits(ChipFit fit) {
        String known = fit.unknown().isEmpty() ? "" : "?";
        return fit.isAsItIs() ? "as it is" + known : "changed" + known;
    }

    private static String grade(Reliability reliability) {
        String factor = reliability.factor().isPresent()
                ? "x" + QuantityFormat.format(reliability.factor().getAsDouble(), "", 3)
                : "unvalidated";
        return reliability.grade() + " " + factor;
    }

    /** One line for each set of missing figures, however many boundaries lack it. */
    public static void printMissing(PrintStream out, String indent, DecisionEstimate estimate) {
        Map<String, List<String>> boundariesByReason = new LinkedHashMap<>();
        for (Boundary boundary : Boundary.values()) {
            List<String> missing = estimate.energy(boundary).missing();
            if (!missing.isEmpty()) {
                boundariesByReason
                        .computeIfAbsent(String.join("; ", missing), reason -> new ArrayList<>())
                        .add(boundary.label());
            }
        }
        boundariesByReason.forEach((reason, boundaries) -> out.println(
                indent + "-  " + estimate.profile().name() + ", " + String.join(" and ", boundaries) + ": " + reason));
    }
}
