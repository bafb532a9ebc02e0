package ganglion.report.gallery;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.comparison.Baseline;
import ganglion.hardware.text.IntervalText;
import ganglion.scenario.cost.BreakEvenLine;
import ganglion.scenario.cost.Comparison;

/** The energy of the equivalent dense network, and the activity below which chips need less, as Markdown tables. */
final class BreakEvenTables {

    /** Longer tables are left to the report. */
    private static final int MOST_LINES = 24;

    private final Comparison comparison;

    BreakEvenTables(Comparison comparison) {
        this.comparison = comparison;
    }

    /** Adds both tables; nothing if the scenario names no conventional processor. */
    void appendTo(StringBuilder page) {
        if (comparison.baselines().isEmpty()) {
            return;
        }
        page.append("| dense network on | numbers | energy per inference | power, always on |\n|---|---|---|---|\n");
        for (Baseline baseline : comparison.baselines()) {
            row(
                    page,
                    baseline.profile().name(),
                    baseline.setting().format().word(),
                    baseline.joulesPerInference().isPresent()
                            ? IntervalText.of(
                                    baseline.joulesPerInference().getAsDouble(), baseline.interval(), Dimension.ENERGY)
                            : "unknown",
                    QuantityFormat.format(baseline.joulesPerSecondAlwaysOn().orElse(Double.NaN), Dimension.POWER));
        }
        if (comparison.breakEvens().isEmpty()) {
            page.append("\n");
            return;
        }
        if (comparison.breakEvens().size() > MOST_LINES) {
            page.append("\nThe report compares each chip with each of these.\n\n");
            return;
        }
        page.append("\n| chip | takes less than | below, in spikes per neuron and second | with static power left out"
                + " | in this run |\n|---|---|---|---|---|\n");
        for (BreakEvenLine line : comparison.breakEvens()) {
            row(
                    page,
                    line.chip() + (line.total().chipIsLowerBound() ? " (at least)" : ""),
                    line.baseline().profile().name() + " "
                            + line.baseline().setting().format().word() + (line.gated() ? ", gated" : ""),
                    BreakEvenLine.text(line.total()),
                    BreakEvenLine.text(line.dynamic()),
                    QuantityFormat.format(line.total().runSpikesPerNeuronSecond(), Dimension.FREQUENCY));
        }
        page.append("\n");
    }

    private static void row(StringBuilder page, String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
