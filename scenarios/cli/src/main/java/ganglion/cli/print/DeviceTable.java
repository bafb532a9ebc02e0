package ganglion.cli.print;

import static ganglion.cli.print.TextTable.Side.LEFT;
import static ganglion.cli.print.TextTable.Side.RIGHT;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.scenario.cost.Comparison;
import java.io.PrintStream;
import java.util.OptionalDouble;

/** What a decision takes on each device: whether it keeps pace, and three energies under their names. */
public final class DeviceTable {

    private static final String UNKNOWN = "unknown";

    private final Comparison comparison;

    /** @param comparison to print */
    public DeviceTable(Comparison comparison) {
        this.comparison = comparison;
    }

    /** Prints everything. */
    public void print(PrintStream out, String indent) {
        TextTable table = new TextTable(LEFT, LEFT, LEFT, RIGHT, RIGHT, RIGHT, RIGHT, LEFT)
                .row("device", "computes", "in time", "works", "marginal", "active", "always on", "grade");
        comparison.estimates().forEach(estimate -> addRow(table, estimate));
        table.print(out, indent);
    }

    private static void addRow(TextTable table, DecisionEstimate estimate) {
        if (!estimate.possible()) {
            table.row(estimate.profile().name(), "does not fit", "", "", "", "", "", "");
            return;
        }
        table.row(
                estimate.profile().name(),
                estimate.computation().label()
                        + estimate.format()
                                .map(NumberFormat::word)
                                .map(word -> ", " + word)
                                .orElse(""),
                estimate.inTime().map(yes -> yes ? "yes" : "no").orElse(UNKNOWN),
                text(estimate.workSeconds(), Dimension.TIME),
                joules(estimate, Boundary.MARGINAL),
                joules(estimate, Boundary.ACTIVE),
                joules(estimate, Boundary.ALWAYS_ON),
                estimate.reliability().grade().name());
    }

    private static String joules(DecisionEstimate estimate, Boundary boundary) {
        return text(estimate.energy(boundary).joules(), Dimension.ENERGY);
    }

    private static String text(OptionalDouble value, Dimension dimension) {
        return value.isPresent() ? QuantityFormat.format(value.getAsDouble(), dimension) : UNKNOWN;
    }
}
