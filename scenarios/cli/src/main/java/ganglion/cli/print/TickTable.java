package ganglion.cli.print;

import static ganglion.cli.print.TextTable.Side.LEFT;
import static ganglion.cli.print.TextTable.Side.RIGHT;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
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
        TextTable table = new TextTable(LEFT, RIGHT, RIGHT, RIGHT, RIGHT)
                .row("chip", "a tick takes: median", "99 %", "longest", "too late");
        for (ChipCost cost : timed) {
            table.row(
                    cost.profile().name(),
                    latency(cost, 50),
                    latency(cost, 99),
                    latency(cost, 100),
                    Long.toString(cost.timing().overruns().ticks()));
        }
        out.println();
        table.print(out, indent);
    }

    private static String latency(ChipCost cost, double percentile) {
        double seconds = cost.timing().tickLatency().getValueAtPercentile(percentile) * NANOSECOND;
        return QuantityFormat.format(seconds, Dimension.TIME);
    }
}
