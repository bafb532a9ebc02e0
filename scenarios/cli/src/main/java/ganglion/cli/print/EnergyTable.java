package ganglion.cli.print;

import static ganglion.cli.print.TextTable.Side.LEFT;
import static ganglion.cli.print.TextTable.Side.RIGHT;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.figure.Interval;
import ganglion.scenario.result.Decision;
import java.io.PrintStream;
import java.util.List;

/** What each chip spends, as a table, with what is not known said below it. */
public final class EnergyTable {

    private static final double NANOSECOND = 1e-9;
    private static final String UNKNOWN = "unknown";

    private final List<ChipCost> costs;
    private final List<Decision> decisions;

    /** @param decisions what the energy is shared among; may be empty */
    public EnergyTable(List<ChipCost> costs, List<Decision> decisions) {
        this.costs = costs;
        this.decisions = decisions;
    }

    /** Prints everything. */
    public void print(PrintStream out, String indent) {
        TextTable table = new TextTable(LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT)
                .row("chip", "energy: run", "a decision", "time: median tick", "99 %", "longest", "too late");
        costs.forEach(cost -> addRow(table, cost));
        table.print(out, indent);
        costs.forEach(cost -> printDoubts(out, indent, cost));
    }

    private void addRow(TextTable table, ChipCost cost) {
        if (!cost.placement().fits()) {
            table.row(cost.profile().name(), "does not fit", "", "", "", "", "");
            return;
        }
        table.row(
                cost.profile().name(),
                energyOfRun(cost),
                energyOfDecision(cost),
                latency(cost, 50),
                latency(cost, 99),
                latency(cost, 100),
                cost.timeKnown() ? Long.toString(cost.overrunTicks()) : UNKNOWN);
    }

    /** With no more digits than its interval allows. */
    private static String energyOfRun(ChipCost cost) {
        return cost.totalJoules().isPresent() || cost.knownJoules() > 0 ? cost.totalText() : UNKNOWN;
    }

    /** The mean over all decisions; the result document has each of them. */
    private String energyOfDecision(ChipCost cost) {
        if (decisions.isEmpty()) {
            return "-";
        }
        double mean = decisions.stream()
                .mapToDouble(decision -> cost.energyJoules(decision.fromTick(), decision.untilTick()))
                .average()
                .orElse(Double.NaN);
        int digits =
                cost.details().totalInterval().map(Interval::significantDigits).orElse(QuantityFormat.DEFAULT_DIGITS);
        return QuantityFormat.format(mean, Dimension.ENERGY.baseUnit(), digits);
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
