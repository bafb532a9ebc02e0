package ganglion.cli.print.cause;

import static ganglion.cli.print.TextTable.Side.LEFT;
import static ganglion.cli.print.TextTable.Side.RIGHT;
import static ganglion.report.cause.CauseWords.number;

import ganglion.cli.print.Paragraph;
import ganglion.cli.print.TextTable;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.kernel.cause.PotentialParts;
import ganglion.kernel.cause.SpikeId;
import ganglion.report.cause.AskedRun;
import ganglion.report.cause.DivergenceQuestion;
import ganglion.report.cause.DivergenceWords;
import ganglion.scenario.cause.Divergence;
import ganglion.scenario.cause.PartPair;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/** Where two runs first differ, and why, in words and tables. */
public final class DivergenceText {

    private static final int ROWS = 20;
    private static final int SPIKES = 10;

    private final DivergenceQuestion question;
    private final AskedRun run;
    private final double seconds;

    /**
     * @param question with its answer
     * @param seconds how long both runs took
     */
    public DivergenceText(DivergenceQuestion question, double seconds) {
        this.question = question;
        this.run = question.first();
        this.seconds = seconds;
    }

    /** Prints the answer. */
    public void print(PrintStream out) {
        if (question.divergence().isEmpty()) {
            out.println("All neurons fire alike in both runs, up to " + run.time(question.ticks()));
        } else {
            Divergence divergence = question.divergence().get();
            out.println("Neurons first fire differently at " + run.time(divergence.tick()) + " (tick "
                    + divergence.tick() + ")");
            fired(out, "first", divergence.onlyFirst());
            fired(out, "second", divergence.onlySecond());
            out.println();
            divergence
                    .sides()
                    .ifPresentOrElse(
                            sides -> print(out, sides),
                            () -> Paragraph.print(
                                    out,
                                    "  ",
                                    "The potentials of these neurons are no sums, so that they have no parts to compare."));
        }
        out.println();
        if (question.networks().isEmpty()) {
            Paragraph.print(out, "  ", "The networks and their inputs are the same.");
        } else {
            out.println("  Networks and inputs differ:");
            question.networks()
                    .forEach(difference -> Paragraph.print(out, "    ", DivergenceWords.of(question, difference)));
        }
        out.println();
        Paragraph.print(
                out,
                "  ",
                "The networks were made again, and their spikes compared up to " + run.time(question.ticks()) + ", in "
                        + QuantityFormat.format(seconds, "s", 2) + ".");
    }

    private void fired(PrintStream out, String which, List<SpikeId> spikes) {
        if (!spikes.isEmpty()) {
            Paragraph.print(
                    out,
                    "  ",
                    "In the " + which + " run only: "
                            + spikes.stream().limit(SPIKES).map(run::name).collect(Collectors.joining(", "))
                            + (spikes.size() > SPIKES ? " and " + (spikes.size() - SPIKES) + " more" : ""));
        }
    }

    private void print(PrintStream out, Divergence.Sides sides) {
        out.println("  " + run.name(sides.at()) + " in both runs:");
        out.println();
        TextTable table = new TextTable(LEFT, RIGHT, RIGHT, RIGHT, LEFT)
                .row("part that differs", "first", "second", "difference", "");
        sides.differing().stream().limit(ROWS).forEach(pair -> row(table, sides, pair));
        if (sides.differing().size() > ROWS) {
            double first = rest(sides).stream().mapToDouble(PartPair::first).sum();
            double second = rest(sides).stream().mapToDouble(PartPair::second).sum();
            table.row(rest(sides).size() + " other parts", number(first), number(second), number(second - first), "");
        }
        PotentialParts first = sides.first();
        PotentialParts second = sides.second();
        table.row(
                "potential, all parts together",
                number(first.potential()),
                number(second.potential()),
                number(second.potential() - first.potential()),
                "");
        table.row("threshold", level(first), level(second), "", first.level() == second.level() ? "" : "differs");
        table.print(out, "  ");
    }

    private static List<PartPair> rest(Divergence.Sides sides) {
        return sides.differing().subList(ROWS, sides.differing().size());
    }

    private void row(TextTable table, Divergence.Sides sides, PartPair pair) {
        table.row(
                DivergenceWords.name(question, sides.at().population(), pair),
                number(pair.first()),
                number(pair.second()),
                number(pair.difference()),
                DivergenceWords.why(pair));
    }

    private static String level(PotentialParts parts) {
        return parts.isOutOfReach() ? "out of reach" : number(parts.level());
    }
}
