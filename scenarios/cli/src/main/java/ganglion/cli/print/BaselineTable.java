package ganglion.cli.print;

import static ganglion.cli.print.TextTable.Side.LEFT;
import static ganglion.cli.print.TextTable.Side.RIGHT;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.comparison.Baseline;
import ganglion.hardware.text.IntervalText;
import ganglion.scenario.cost.BreakEvenLine;
import ganglion.scenario.cost.Comparison;
import java.io.PrintStream;
import java.util.List;
import java.util.OptionalDouble;

/** What the equivalent dense network takes, and up to which activity chips take less. Nothing where there is none. */
public final class BaselineTable {

    /** What fits on a screen; scripts and the report have all. */
    private static final int MOST_LINES = 16;

    private final Comparison comparison;

    /** @param comparison to print */
    public BaselineTable(Comparison comparison) {
        this.comparison = comparison;
    }

    /** Prints everything. */
    public void print(PrintStream out, String indent) {
        if (comparison.baselines().isEmpty()) {
            return;
        }
        out.println();
        TextTable dense = new TextTable(LEFT, LEFT, RIGHT, RIGHT, RIGHT, RIGHT)
                .row("dense network on", "numbers", "passes", "energy: inference", "power: always on", "gated");
        comparison.baselines().forEach(baseline -> addRow(dense, baseline));
        dense.print(out, indent);
        printBreakEvens(out, indent);
    }

    private static void addRow(TextTable table, Baseline baseline) {
        table.row(
                baseline.profile().name(),
                baseline.setting().format().word(),
                Long.toString(baseline.setting().passesPerInference()),
                baseline.joulesPerInference().isPresent()
                        ? IntervalText.of(
                                baseline.joulesPerInference().getAsDouble(), baseline.interval(), Dimension.ENERGY)
                        : "unknown",
                watts(baseline.joulesPerSecondAlwaysOn()),
                baseline.setting().duty() < 1 ? watts(baseline.joulesPerSecondOfAudio()) : "-");
    }

    private static String watts(OptionalDouble watts) {
        return QuantityFormat.format(watts.orElse(Double.NaN), Dimension.POWER);
    }

    /** Against whole numbers of 8 bits, the harder case; the report has all. */
    private void printBreakEvens(PrintStream out, String indent) {
        List<BreakEvenLine> lines = comparison.breakEvens().stream()
                .filter(line -> line.baseline().setting().format() == NumberFormat.INT8)
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        out.println();
        TextTable table = new TextTable(LEFT, LEFT, RIGHT, RIGHT, RIGHT)
                .row("chip", "wins over, in int8", "below", "without static power", "in this run");
        lines.stream()
                .limit(MOST_LINES)
                .forEach(line -> table.row(
                        line.chip() + (line.total().chipIsLowerBound() ? " (at least)" : ""),
                        line.baseline().profile().name() + (line.gated() ? ", gated" : ""),
                        BreakEvenLine.text(line.total()),
                        BreakEvenLine.text(line.dynamic()),
                        QuantityFormat.format(line.total().runSpikesPerNeuronSecond(), Dimension.FREQUENCY)));
        table.print(out, indent);
        if (lines.size() > MOST_LINES) {
            out.println(indent + "and " + (lines.size() - MOST_LINES) + " more in the report");
        }
    }
}
