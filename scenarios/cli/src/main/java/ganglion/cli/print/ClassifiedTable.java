package ganglion.cli.print;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Column;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.scenario.cost.DeviceEstimates;
import ganglion.scenario.model.HardwareSpec;
import ganglion.scenario.run.ClassifiedSound;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Classified sounds, for a terminal. Of each device it has what the device is made for, in its smallest number
 * format.
 */
public final class ClassifiedTable {

    private static final String NONE = "-";

    private final List<ClassifiedLine> lines;
    private final List<HardwareSpec> devices;

    /** @param devices on which decisions are estimated */
    public ClassifiedTable(List<ClassifiedLine> lines, List<HardwareSpec> devices) {
        this.lines = List.copyOf(lines);
        this.devices = List.copyOf(devices);
    }

    /** Prints a row for each sound, and below them one for each device. */
    public void print(PrintStream out) {
        Table table = new Table(
                Column.text("sound"),
                Column.text("class"),
                Column.number("confidence"),
                Column.number("first spike after"));
        lines.forEach(line -> table.row(
                line.sound().toString(),
                line.classified()
                        .map(heard -> heard.decided().isEmpty() ? NONE : heard.decided())
                        .orElse("not heard"),
                text(line.classified().map(ClassifiedSound::confidence), Dimension.COUNT),
                text(line.classified().map(ClassifiedSound::firstSpikeSeconds), Dimension.TIME)));
        table.print(out, "");
        List<ClassifiedSound> heard =
                lines.stream().flatMap(line -> line.classified().stream()).toList();
        if (!devices.isEmpty() && !heard.isEmpty()) {
            out.println();
            printDevices(out, heard);
        }
    }

    private static String text(Optional<OptionalDouble> value, Dimension dimension) {
        return value.filter(OptionalDouble::isPresent)
                .map(number -> QuantityFormat.format(number.getAsDouble(), dimension))
                .orElse(NONE);
    }

    private void printDevices(PrintStream out, List<ClassifiedSound> heard) {
        Table table = new Table(
                Column.text("energy of a decision on"),
                Column.text("computes"),
                Column.number("marginal"),
                Column.number("active"),
                Column.number("always on"));
        List<String> reasons = new ArrayList<>();
        for (HardwareSpec device : devices) {
            DecisionEstimate first = estimate(heard.get(0), device);
            List<String> cells = new ArrayList<>(List.of(device.profile().name(), DeviceTable.computes(first)));
            for (Boundary boundary : Boundary.values()) {
                cells.add(range(heard, device, boundary));
            }
            table.row(cells.toArray(String[]::new));
            first.computation()
                    .caveat()
                    .map(caveat -> first.computation().word() + ": " + caveat)
                    .filter(said -> !reasons.contains(said))
                    .ifPresent(reasons::add);
            if (!first.problems().isEmpty()) {
                reasons.add("-  " + device.profile().name() + ": " + String.join("; ", first.problems()));
            }
        }
        table.print(out, "");
        reasons.forEach(out::println);
    }

    /** The least and the most that a sound takes. */
    private static String range(List<ClassifiedSound> heard, HardwareSpec device, Boundary boundary) {
        DoubleSummaryStatistics joules = new DoubleSummaryStatistics();
        for (ClassifiedSound sound : heard) {
            OptionalDouble energy = estimate(sound, device).energy(boundary).joules();
            if (energy.isEmpty()) {
                return NONE;
            }
            joules.accept(energy.getAsDouble());
        }
        String least = QuantityFormat.format(joules.getMin(), Dimension.ENERGY);
        String most = QuantityFormat.format(joules.getMax(), Dimension.ENERGY);
        return least.equals(most) ? least : least + " to " + most;
    }

    private static DecisionEstimate estimate(ClassifiedSound sound, HardwareSpec device) {
        return DeviceEstimates.select(sound.devices(), device.profile(), Optional.empty());
    }
}
