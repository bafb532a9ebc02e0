package ganglion.cli.print;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Column;
import ganglion.hardware.precision.RasterChange;
import ganglion.kernel.network.Population;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.PrecisionChange;
import ganglion.scenario.result.ScenarioRun;
import java.io.PrintStream;
import java.util.List;

/** What a chip's precision changed in spikes and decisions. */
final class PrecisionTable {

    private final ScenarioRun run;
    private final PrecisionChange change;

    PrecisionTable(ScenarioRun run, PrecisionChange change) {
        this.run = run;
        this.change = change;
    }

    void print(PrintStream out, String indent) {
        Table table = new Table(
                Column.text("in the bits of " + change.profile().name()),
                Column.number("spikes"),
                Column.number("as given"),
                Column.number("the same"),
                Column.number("first other"));
        List<Population> populations = run.network().populations();
        for (int p = 0; p < change.rasters().size(); p++) {
            if (populations.get(p).model().takesInput()) {
                addRow(table, populations.get(p).name(), change.rasters().get(p));
            }
        }
        table.print(out, indent);
        if (!change.decisionsAsGiven().isEmpty()) {
            out.println(indent + change.changedDecisions(run.decisions()) + " of "
                    + change.decisionsAsGiven().size() + " decisions changed; right: " + right(run.decisions())
                    + ", as given " + right(change.decisionsAsGiven()));
        }
        change.network().notes().forEach(note -> out.println(indent + note));
    }

    private void addRow(Table table, String population, RasterChange raster) {
        table.row(
                population,
                Long.toString(raster.spikesAfter()),
                Long.toString(raster.spikesBefore()),
                Long.toString(raster.spikesCommon()),
                raster.firstDifferentTick().isPresent()
                        ? QuantityFormat.format(
                                run.clock().seconds(raster.firstDifferentTick().getAsLong()), Dimension.TIME)
                        : "-");
    }

    private static long right(List<Decision> decisions) {
        return decisions.stream().filter(Decision::correct).count();
    }
}
