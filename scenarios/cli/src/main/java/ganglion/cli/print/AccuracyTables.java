package ganglion.cli.print;

import ganglion.documents.quantity.QuantityFormat;
import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Column;
import ganglion.hardware.validation.Accuracy;
import ganglion.hardware.validation.RatioText;
import ganglion.hardware.validation.ValidationCase;
import ganglion.hardware.validation.ValidationPage;
import ganglion.hardware.validation.ValidationResult;
import ganglion.hardware.validation.ValidationResult.DeviceValidation;
import ganglion.hardware.validation.ValidationResult.JudgedCase;
import java.io.PrintStream;
import java.util.List;

/** Estimates beside published measurements, as tables for a terminal: a line for each device, then one for each measurement. */
public final class AccuracyTables {

    private static final String INDENT = "  ";

    private final List<DeviceValidation> devices;

    /** @param devices to print, in their order */
    public AccuracyTables(List<DeviceValidation> devices) {
        this.devices = List.copyOf(devices);
    }

    /** Prints what all measurements together say. */
    public static void printSummary(ValidationResult validation, PrintStream out) {
        Accuracy.byDistance(validation).print(out, "");
        out.println();
        Accuracy.byBoundary(validation).print(out, "");
        out.println();
    }

    /** Prints the devices, and the measurements of each. */
    public void print(PrintStream out) {
        ValidationPage.devices(devices).print(out, "");
        devices.forEach(device -> printCases(out, device));
    }

    private static void printCases(PrintStream out, DeviceValidation device) {
        out.println();
        out.println(device.profile().name() + ": " + device.profile().about().title());
        Table table = new Table(
                Column.text("measurement"),
                Column.text("boundary"),
                Column.number("measured"),
                Column.number("estimate"),
                Column.number("ratio"),
                Column.text("role"));
        for (JudgedCase judged : device.cases()) {
            ValidationCase found = judged.found();
            table.row(
                    found.name(),
                    found.value().kind(),
                    found.measured().toString(),
                    QuantityFormat.format(found.estimate(), found.measured().dimension()),
                    RatioText.of(found.ratio()),
                    found.isHeldOut() ? "held out, " + RatioText.place(judged) : "fit");
        }
        table.print(out, INDENT);
    }
}
