package ganglion.cli.print;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Column;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.cost.ChipCost;
import java.io.PrintStream;
import java.util.List;

/** How long each chip of spikes takes for its ticks, where that is known. */
public final class TickTable {

    private static final double NANOSECOND = 1e-9;

    private final List<ChipCost> timed;

    /** @param costs of all devices */
    public TickTable(List<ChipCost> costs) {
        this.timed = costs.stream()
                .filter(cost -> cost.profile().cores().execution() == Execution.SPIKING)
                .filter(cost -> cost.placement().fits() && cost.timing().isKnown())
                .toList();
    }

    /** Prints the table after an empty line; nothing at all if no time is known. */
    public void print(PrintStream out, String indent) {
        if (timed.isEmpty()) {
            return;
        }
        Table table = new Table(
                Column.text("chip"),
                Column.number("a tick takes: median"),
                Column.number("99 %"),
                Column.number("longest"),
                Column.number("too late"));
        for (ChipCost cost : timed) {
            table.row(
                    cost.profile().name(),
                    latency(cost, 50),
                    latency(cost, 99),
                    latency(cost, 100),
                    Long.toString(cost.timing().overrunTicks()));
        }
        out.println();
        table.print(out, indent);
    }

    private static String latency(ChipCost cost, double percentile) {
        double seconds = cost.timing().tickLatency().getValueAtPercentile(percentile) * NANOSECOND;
        return QuantityFormat.format(seconds, Dimension.TIME);
    }
}
