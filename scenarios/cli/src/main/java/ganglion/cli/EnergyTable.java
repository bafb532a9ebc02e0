package ganglion.cli;

import static ganglion.cli.TextTable.Side.LEFT;
import static ganglion.cli.TextTable.Side.RIGHT;

import ganglion.hardware.ChipCost;
import ganglion.hardware.quantity.Dimension;
import ganglion.hardware.quantity.QuantityFormat;
import java.io.PrintStream;
import java.util.List;

/** What each chip spends, as a table, with what is not known said below it. */
final class EnergyTable {

    private static final double NANOSECOND = 1e-9;
    private static final String UNKNOWN = "unknown";

    private final List<ChipCost> costs;

    EnergyTable(List<ChipCost> costs) {
        this.costs = costs;
    }

    void print(PrintStream out, String indent) {
        if (costs.isEmpty()) {
            return;
        }
        TextTable table = new TextTable(LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT)
                .row("chip", "energy", "a tick: median", "99 %", "longest", "too late");
        costs.forEach(cost -> addRow(table, cost));
        table.print(out, indent);
        costs.forEach(cost -> printDoubts(out, indent, cost));
    }

    private static void addRow(TextTable table, ChipCost cost) {
        if (!cost.placement().fits()) {
            table.row(cost.profile().name(), "does not fit", "", "", "", "");
            return;
        }
        table.row(
                cost.profile().name(),
                energy(cost),
                latency(cost, 50),
                latency(cost, 99),
                latency(cost, 100),
                cost.timeKnown() ? Long.toString(cost.overrunTicks()) : UNKNOWN);
    }

    private static String energy(ChipCost cost) {
        if (cost.totalJoules().isPresent()) {
            return QuantityFormat.format(cost.totalJoules().getAsDouble(), Dimension.ENERGY);
        }
        double known = cost.knownJoules();
        return known > 0 ? "at least " + QuantityFormat.format(known, Dimension.ENERGY) : UNKNOWN;
    }

    private static String latency(ChipCost cost, double percentile) {
        if (!cost.timeKnown()) {
            return UNKNOWN;
        }
        double seconds = cost.tickLatency().getValueAtPercentile(percentile) * NANOSECOND;
        return QuantityFormat.format(seconds, Dimension.TIME);
    }

    private static void printDoubts(PrintStream out, String indent, ChipCost cost) {
        String name = indent + cost.profile().name();
        cost.placement().problems().forEach(problem -> out.println(name + " does not hold the network: " + problem));
        if (!cost.unknowns().isEmpty()) {
            out.println(name + ", unknown: " + String.join("; ", cost.unknowns()));
        }
    }
}
