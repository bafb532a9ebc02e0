package ganglion.report.cost;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Cell;
import ganglion.documents.table.Table.Column;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.Computation;
import ganglion.hardware.figure.Interval;
import ganglion.hardware.figure.IntervalText;
import ganglion.report.cost.ActivityAnswer.BreakEvenAnswer;
import ganglion.report.cost.ActivityAnswer.EnergyAnswer;
import ganglion.report.cost.ActivityAnswer.WayAnswer;
import java.util.Optional;
import java.util.OptionalDouble;

/** The tables of an {@link ActivityAnswer}. */
public final class ActivityTables {

    /** Nobody trained the artificial network. */
    private static final String UNKNOWN_ACCURACY = "accuracy unknown";

    private ActivityTables() {}

    /** One row for each way to compute it on each device. */
    public static Table devices(ActivityAnswer answer) {
        Table table = new Table(
                Column.text("device"),
                Column.text("computes"),
                Column.text("precision"),
                Column.number("works", "s"),
                Column.number("marginal", "J"),
                Column.number("active", "J"),
                Column.number("active for", "s"),
                Column.number("low", "J"),
                Column.number("high", "J"),
                Column.number("static", "J"),
                Column.number("always on", "J"),
                Column.text("grade"),
                Column.text("fits"));
        for (WayAnswer device : answer.devices()) {
            EnergyAnswer active = device.energies().get(Boundary.ACTIVE.word());
            table.row(
                    Cell.of(device.device()),
                    Cell.of(device.computation()),
                    Cell.of(device.precision()),
                    cell(device.workSeconds(), Dimension.TIME),
                    energy(device, Boundary.MARGINAL),
                    energy(device, Boundary.ACTIVE),
                    device.fits() ? cell(device.activeSeconds(), Dimension.TIME) : Cell.of("-"),
                    cell(active.low(), Dimension.ENERGY),
                    cell(active.high(), Dimension.ENERGY),
                    device.fits() ? cell(active.atRest(), Dimension.ENERGY) : Cell.of("-"),
                    energy(device, Boundary.ALWAYS_ON),
                    Cell.of(active.grade()),
                    Cell.of(fits(device)));
        }
        return table;
    }

    private static String fits(WayAnswer device) {
        if (!device.fits()) {
            return "no";
        }
        if (!device.inTime().orElse(true)) {
            return "too slow";
        }
        if (device.computation().equals(Computation.ARTIFICIAL.word())) {
            return UNKNOWN_ACCURACY;
        }
        return device.changes().isEmpty() ? "yes" : "changed";
    }

    private static Cell energy(WayAnswer device, Boundary boundary) {
        EnergyAnswer energy = device.energies().get(boundary.word());
        Optional<Interval> interval = energy.low().isPresent() && energy.high().isPresent()
                ? Optional.of(
                        new Interval(energy.low().getAsDouble(), energy.high().getAsDouble()))
                : Optional.empty();
        return energy.joules().isPresent()
                ? Cell.of(
                        energy.joules().getAsDouble(),
                        IntervalText.rounded(energy.joules().getAsDouble(), interval, Dimension.ENERGY))
                : Cell.of("-");
    }

    private static Cell cell(OptionalDouble value, Dimension dimension) {
        return value.isPresent()
                ? Cell.of(value.getAsDouble(), QuantityFormat.format(value.getAsDouble(), dimension.baseUnit(), 2))
                : Cell.of("-");
    }

    /** One row for each comparison with an artificial network. */
    public static Table breakEvens(ActivityAnswer answer) {
        Table table = new Table(
                Column.text("spiking on"),
                Column.text("artificial (" + UNKNOWN_ACCURACY + ") on"),
                Column.text("boundary"),
                Column.number("spiking", "J"),
                Column.number("artificial", "J"),
                Column.number("spikes per neuron"),
                Column.number("less below steps"),
                Column.text("less at spikes"));
        for (BreakEvenAnswer each : answer.breakEvens()) {
            table.row(
                    Cell.of(each.device()),
                    Cell.of(each.against() + " " + each.precision()),
                    Cell.of(each.boundary()),
                    cell(OptionalDouble.of(each.spikingJoules()), Dimension.ENERGY),
                    cell(OptionalDouble.of(each.artificialJoules()), Dimension.ENERGY),
                    Cell.of(each.spikesPerNeuron(), QuantityFormat.format(each.spikesPerNeuron(), "", 3)),
                    each.breakEvenSteps().isPresent()
                            ? Cell.of(
                                    each.breakEvenSteps().getAsDouble(),
                                    QuantityFormat.format(each.breakEvenSteps().getAsDouble(), "", 3))
                            : Cell.of("at no number"),
                    Cell.of(each.verdict()));
        }
        return table;
    }
}
