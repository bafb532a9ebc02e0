package ganglion.report.gallery;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.scenario.cost.BreakEvenLine;
import ganglion.scenario.cost.Comparison;

/** What a decision takes on each device, and the activity below which chips take less, as Markdown tables. */
final class BreakEvenTables {

    /** Longer tables are left to the report. */
    private static final int MOST_LINES = 24;

    private final Comparison comparison;

    BreakEvenTables(Comparison comparison) {
        this.comparison = comparison;
    }

    /** Adds both tables; nothing if the scenario names no device. */
    void appendTo(StringBuilder page) {
        if (comparison.estimates().isEmpty()) {
            return;
        }
        page.append("| device | computes | marginal | active | always on | grade |\n|---|---|---|---|---|---|\n");
        for (DecisionEstimate estimate : comparison.estimates()) {
            row(
                    page,
                    estimate.profile().name(),
                    estimate.computation().label()
                            + estimate.format()
                                    .map(format -> ", " + format.word())
                                    .orElse(""),
                    joules(estimate, Boundary.MARGINAL),
                    joules(estimate, Boundary.ACTIVE),
                    joules(estimate, Boundary.ALWAYS_ON),
                    estimate.reliability().grade().name());
        }
        if (comparison.breakEvens().isEmpty()) {
            page.append("\n");
            return;
        }
        if (comparison.breakEvens().size() > MOST_LINES) {
            page.append("\nThe report compares each chip with each of these.\n\n");
            return;
        }
        if (!comparison.breakEvens().isEmpty()) {
            page.append("\n| chip | takes less than | energy | below, in spikes per neuron and second | in this run |\n"
                    + "|---|---|---|---|---|\n");
        }
        for (BreakEvenLine line : comparison.breakEvens()) {
            row(
                    page,
                    line.chip().profile().name(),
                    line.conventional().profile().name() + ", "
                            + line.conventional().computation().label(),
                    line.breakEven().boundary().label(),
                    line.breakEven().text(),
                    QuantityFormat.format(line.breakEven().runSpikesPerNeuronSecond(), Dimension.FREQUENCY));
        }
        page.append("\n");
    }

    private static String joules(DecisionEstimate estimate, Boundary boundary) {
        return estimate.energy(boundary).joules().isPresent()
                ? QuantityFormat.format(estimate.energy(boundary).joules().getAsDouble(), Dimension.ENERGY)
                : "unknown";
    }

    private static void row(StringBuilder page, String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
