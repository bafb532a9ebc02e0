package ganglion.cli.print;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Column;
import ganglion.kernel.time.Clock;
import ganglion.scenario.result.Decision;
import java.io.PrintStream;
import java.util.List;

/** What the network decided for each clip, and whether it was right where the clip has a label. */
public final class DecisionTable {

    private static final String NONE = "-";

    private final List<Decision> decisions;
    private final Clock clock;
    private final Marks marks;

    /** @param decisions to print */
    public DecisionTable(List<Decision> decisions, Clock clock, Marks marks) {
        this.decisions = decisions;
        this.clock = clock;
        this.marks = marks;
    }

    /** Prints everything. */
    public void print(PrintStream out, String indent) {
        Table table = new Table(
                Column.text(" "),
                Column.text("clip"),
                Column.text("label"),
                Column.text("winner"),
                Column.number("first spike after"));
        decisions.forEach(decision -> addRow(table, decision));
        table.print(out, indent);
    }

    private void addRow(Table table, Decision decision) {
        String mark = isLabelled(decision) ? marks.of(decision.correct()) : " ";
        table.row(
                mark,
                decision.file().isEmpty() ? "the whole run" : decision.file(),
                orNone(decision.label()),
                orNone(decision.winner()),
                decision.firstSpikeTick().isPresent()
                        ? after(decision.firstSpikeTick().getAsLong() - decision.fromTick())
                        : NONE);
    }

    private String after(long ticks) {
        return QuantityFormat.format(clock.seconds(ticks), Dimension.TIME);
    }

    private static boolean isLabelled(Decision decision) {
        return !decision.label().isEmpty();
    }

    private static String orNone(String text) {
        return text.isEmpty() ? NONE : text;
    }
}
