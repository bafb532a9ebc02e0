package ganglion.cli.print;

import static ganglion.cli.print.TextTable.Side.LEFT;
import static ganglion.cli.print.TextTable.Side.RIGHT;

import ganglion.documents.quantity.QuantityFormat;
import ganglion.kernel.cause.SpikeId;
import ganglion.report.cause.AskedRun;
import ganglion.report.cause.CauseWords;
import ganglion.scenario.cause.CauseAnswer;
import ganglion.scenario.cause.CauseNode;
import ganglion.scenario.cause.Origins;
import ganglion.scenario.cause.Pruning;
import ganglion.scenario.cause.SourceShare;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The answer to why a neuron fired, or did not, in words and tables. */
public final class CauseText {

    private static final int ROWS = 12;

    /** Amounts below this share of all together are summed. */
    private static final double LEAST_SHOWN = 5e-4;

    /** Amounts below this share of all together are what rounding leaves. */
    private static final double ROUNDING = 1e-12;

    private final AskedRun run;
    private final CauseAnswer explanation;
    private final String nearest;
    private final double seconds;
    private final CauseWords words;

    /**
     * @param run that was asked; it gives neurons and times their names
     * @param nearest the spikes around a moment without one, in words; empty for a spike
     * @param seconds how long it took to find the answer
     */
    public CauseText(AskedRun run, CauseAnswer explanation, String nearest, double seconds) {
        this.run = run;
        this.seconds = seconds;
        this.explanation = explanation;
        this.nearest = nearest;
        this.words = new CauseWords(run, explanation);
    }

    /** Prints the whole answer. */
    public void print(PrintStream out) {
        CauseNode root = explanation.root();
        out.println(words.title());
        if (!nearest.isEmpty()) {
            Paragraph.print(out, "  ", "In the run, " + nearest + ".");
        }
        Paragraph.print(
                out, "  ", words.comparison() + (root.parts().isOutOfReach() ? ":" : ". The potential is the sum of:"));
        out.println();
        parts(root).print(out, "  ");
        explanation.origins().ifPresent(origins -> print(origins, out));
        out.println();
        explanation.knockOut().ifPresent(knockOut -> Paragraph.print(out, "  ", words.tried(knockOut)));
        explanation.inNetwork().ifPresent(fate -> Paragraph.print(out, "  ", words.inNetwork(fate)));
        Paragraph.print(
                out,
                "  ",
                words.checked()
                        + " " + run.provenance()
                        + (explanation.inNetwork().isPresent() ? "; the network was run once without that spike" : "")
                        + ". This took " + QuantityFormat.format(seconds, "s", 2) + ".");
    }

    private TextTable parts(CauseNode root) {
        TextTable table = new TextTable(LEFT, RIGHT, RIGHT).row("part", "amount", "of the lift");
        List<SourceShare> lifting =
                root.sources().stream().filter(source -> source.amount() > 0).toList();
        List<SourceShare> lowering = root.sources().stream()
                .filter(source -> source.amount() < 0)
                .sorted(Comparator.comparingDouble(SourceShare::amount))
                .toList();
        sources(table, root, lifting, "that lift it");
        sources(table, root, lowering, "that lower it");
        for (CauseWords.NamedPart part : words.otherParts(root)) {
            table.row(
                    part.name(),
                    CauseWords.number(part.amount()),
                    part.share() > 0 ? CauseWords.percent(part.share()) : "");
        }
        return table.row("sum", CauseWords.number(root.parts().sum()), "");
    }

    private void sources(TextTable table, CauseNode root, List<SourceShare> sources, String which) {
        List<SourceShare> shown = sources.stream()
                .limit(ROWS)
                .takeWhile(source ->
                        Math.abs(source.amount()) >= LEAST_SHOWN * root.parts().size())
                .toList();
        for (SourceShare source : shown) {
            row(
                    table,
                    run.name(source.spike()) + " at " + run.time(source.spike().tick()),
                    source.amount(),
                    root);
        }
        if (sources.size() > shown.size()) {
            double rest = sources.stream()
                    .skip(shown.size())
                    .mapToDouble(SourceShare::amount)
                    .sum();
            row(table, (sources.size() - shown.size()) + " other spikes " + which, rest, root);
        }
    }

    private static void row(TextTable table, String name, double amount, CauseNode root) {
        if (Math.abs(amount) > ROUNDING * root.parts().size()) {
            table.row(name, CauseWords.number(amount), amount > 0 ? CauseWords.percent(amount / root.lift()) : "");
        }
    }

    private void print(Origins origins, PrintStream out) {
        out.println();
        out.println("Followed back to the inputs");
        out.println();
        TextTable table = new TextTable(RIGHT, LEFT, LEFT).row("of the lift", "came from", "");
        int row = 0;
        double rest = 0;
        for (Map.Entry<SpikeId, Double> input : origins.inputs().entrySet()) {
            if (row++ < ROWS) {
                SpikeId spike = input.getKey();
                table.row(
                        CauseWords.percent(input.getValue()),
                        run.name(spike) + " at " + run.time(spike.tick()),
                        words.heard(spike));
            } else {
                rest += input.getValue();
            }
        }
        if (rest > 0) {
            table.row(CauseWords.percent(rest), (row - ROWS) + " other spikes of inputs", "");
        }
        origin(table, origins.drives(), "drives, initial potentials and own spikes");
        origin(table, origins.currents(), "currents beside synapses, numbers of sounds");
        origin(table, origins.notFollowed(), notFollowed());
        origin(table, origins.noSums(), "spikes of neurons whose potential is no sum");
        table.print(out, "  ");
    }

    private String notFollowed() {
        boolean many = explanation.followed().size() == Pruning.USUAL.mostSpikes();
        return "spikes that were not followed, of less than --least-share each"
                + (many ? " or beyond the first " + Pruning.USUAL.mostSpikes() : "");
    }

    private static void origin(TextTable table, double share, String name) {
        if (share > 0) {
            table.row(CauseWords.percent(share), name, "");
        }
    }
}
