package ganglion.cli.print.certainty;

import static ganglion.cli.print.TextTable.Side.LEFT;
import static ganglion.cli.print.TextTable.Side.RIGHT;

import ganglion.cli.print.DeviceTable;
import ganglion.cli.print.TextTable;
import ganglion.documents.quantity.Dimension;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.hardware.text.IntervalText;
import ganglion.scenario.future.EarlyExit.Spent;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What devices had spent when decisions became certain, of what the whole clips take: one device a row. */
final class SpentTable {

    private static final String UNKNOWN = "-";

    private final List<List<Spent>> decisions;

    /** @param decisions for each the devices, which are the same for all */
    SpentTable(List<List<Spent>> decisions) {
        this.decisions = decisions;
    }

    void print(PrintStream out, String indent) {
        if (decisions.get(0).isEmpty()) {
            return;
        }
        out.println(indent
                + (decisions.size() == 1
                        ? "energy until it was certain, or else to its end, of that of the whole clip"
                        : "mean energy until a decision was certain, or else to its end, of that of the whole clip"));
        TextTable table = new TextTable(LEFT, LEFT, RIGHT, RIGHT, RIGHT);
        table.row("device", "computes", "marginal", "active", "always on");
        List<Spent> devices = decisions.get(0);
        for (int device = 0; device < devices.size(); device++) {
            DecisionEstimate whole = devices.get(device).whole();
            table.row(
                    whole.profile().name(),
                    DeviceTable.computes(whole),
                    cell(device, Boundary.MARGINAL),
                    cell(device, Boundary.ACTIVE),
                    cell(device, Boundary.ALWAYS_ON));
        }
        table.print(out, indent);
        devices.forEach(device -> DeviceTable.printMissing(out, indent, device.whole()));
    }

    private String cell(int device, Boundary boundary) {
        OptionalDouble until = mean(device, boundary, Spent::until);
        OptionalDouble whole = mean(device, boundary, Spent::whole);
        if (until.isEmpty() || whole.isEmpty()) {
            return UNKNOWN;
        }
        DecisionEstimate estimate = decisions.get(0).get(device).whole();
        return String.format(
                Locale.ROOT,
                "%s of %s, %.0f %%",
                text(estimate, until.getAsDouble()),
                text(estimate, whole.getAsDouble()),
                100 * until.getAsDouble() / whole.getAsDouble());
    }

    private OptionalDouble mean(int device, Boundary boundary, Function<Spent, DecisionEstimate> part) {
        double sum = 0;
        for (List<Spent> spent : decisions) {
            OptionalDouble joules =
                    part.apply(spent.get(device)).energy(boundary).joules();
            if (joules.isEmpty()) {
                return joules;
            }
            sum += joules.getAsDouble();
        }
        return OptionalDouble.of(sum / decisions.size());
    }

    private static String text(DecisionEstimate estimate, double joules) {
        return IntervalText.rounded(joules, estimate.reliability().around(joules), Dimension.ENERGY);
    }
}
