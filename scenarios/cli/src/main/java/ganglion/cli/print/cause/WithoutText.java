package ganglion.cli.print.cause;

import static ganglion.cli.print.TextTable.Side.LEFT;
import static ganglion.cli.print.TextTable.Side.RIGHT;

import ganglion.cli.print.Paragraph;
import ganglion.cli.print.TextTable;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.kernel.cause.Removal;
import ganglion.kernel.cause.SpikeId;
import ganglion.report.cause.AskedRun;
import ganglion.report.cause.FateWords;
import ganglion.report.cause.WithoutQuestion;
import ganglion.report.cause.WithoutQuestion.DecisionFate;
import ganglion.report.cause.WithoutQuestion.Moment;
import ganglion.scenario.cause.RunChanges;
import ganglion.scenario.cause.RunChanges.PopulationCounts;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/** What a run would have been without something, in words and tables. */
public final class WithoutText {

    private static final int DECISIONS = 20;

    private final WithoutQuestion question;
    private final AskedRun run;
    private final double seconds;

    /**
     * @param question with its answer
     * @param seconds how long both runs took
     */
    public WithoutText(WithoutQuestion question, double seconds) {
        this.question = question;
        this.run = question.run();
        this.seconds = seconds;
    }

    /** Prints the answer. */
    public void print(PrintStream out) {
        question.removals().forEach(removal -> out.println("Without " + words(removal)));
        out.println();
        question.moment().ifPresent(moment -> Paragraph.print(out, "  ", words(moment)));
        question.decision().ifPresent(decision -> Paragraph.print(out, "  ", words(decision)));
        if (question.moment().isPresent() || question.decision().isPresent()) {
            out.println();
        }
        spikes(out);
        out.println();
        decisions(out);
        Paragraph.print(
                out,
                "  ",
                "The whole network was run again up to " + run.time(run.replay().ticks()) + ", with and without, in "
                        + QuantityFormat.format(seconds, "s", 2) + ".");
    }

    private String words(Removal removal) {
        if (removal instanceof Removal.OfSpike of) {
            return at(of.spike()) + ", which is fired and reaches nobody";
        }
        if (removal instanceof Removal.OfNeuron of) {
            return run.name(of.population(), of.neuron()) + ", which fires and reaches nobody";
        }
        Removal.OfSynapses of = (Removal.OfSynapses) removal;
        return "synapses from " + run.name(of.population(), of.neuron()) + " to "
                + run.name(of.targetPopulation(), of.target());
    }

    private String words(Moment moment) {
        String which = at(moment.fate().spike()) + ": ";
        if (moment.fired()) {
            return which + FateWords.of(run, moment.fate()) + ".";
        }
        if (moment.fate().fires()) {
            return which + "the neuron now fires.";
        }
        return which + "the neuron still does not fire"
                + (moment.fate().movedTo().isPresent()
                        ? ", but at " + run.time(moment.fate().movedTo().getAsLong())
                        : "")
                + ".";
    }

    private static String words(DecisionFate decision) {
        return (decision.file().isEmpty() ? "The run" : decision.file())
                + (decision.changes()
                        ? " is decided as " + winner(decision.after()) + ", not as " + winner(decision.before())
                        : " is still decided as " + winner(decision.before()))
                + (decision.label().isEmpty() ? "." : "; its label is " + decision.label() + ".");
    }

    private static String winner(String winner) {
        return winner.isEmpty() ? "nothing, as no neuron fires" : winner;
    }

    private String at(SpikeId spike) {
        return run.name(spike) + " at " + run.time(spike.tick());
    }

    private void spikes(PrintStream out) {
        RunChanges changes = question.changes();
        TextTable table =
                new TextTable(LEFT, RIGHT, RIGHT, RIGHT, RIGHT).row("spikes of", "with", "without", "lost", "new");
        for (int p = 0; p < changes.populations().size(); p++) {
            PopulationCounts counts = changes.populations().get(p);
            table.row(
                    run.replay().network().populations().get(p).name(),
                    Long.toString(counts.before()),
                    Long.toString(counts.after()),
                    Long.toString(counts.lost()),
                    Long.toString(counts.added()));
        }
        table.print(out, "  ");
        if (changes.lost() + changes.added() > 0) {
            out.println();
            list(out, "Lost", changes.firstLost(), changes.lost());
            list(out, "New", changes.firstNew(), changes.added());
        }
    }

    private void list(PrintStream out, String name, List<SpikeId> first, long count) {
        if (count > 0) {
            Paragraph.print(
                    out,
                    "  ",
                    name + ": " + first.stream().map(this::at).collect(Collectors.joining(", "))
                            + (count > first.size() ? " and " + (count - first.size()) + " later ones." : "."));
        }
    }

    private void decisions(PrintStream out) {
        List<DecisionFate> all = question.decisions();
        List<DecisionFate> changed = all.stream().filter(DecisionFate::changes).toList();
        if (all.isEmpty()) {
            return;
        }
        if (changed.isEmpty()) {
            Paragraph.print(
                    out, "  ", "Of " + all.size() + (all.size() == 1 ? " decision" : " decisions") + " none changes.");
            return;
        }
        Paragraph.print(
                out,
                "  ",
                changed.size() + " of " + all.size() + (all.size() == 1 ? " decision" : " decisions")
                        + (changed.size() == 1 ? " changes:" : " change:"));
        TextTable table = new TextTable(LEFT, LEFT, LEFT, LEFT).row("clip", "label", "with", "without");
        changed.stream()
                .limit(DECISIONS)
                .forEach(decision -> table.row(decision.file(), decision.label(), decision.before(), decision.after()));
        table.print(out, "    ");
        if (changed.size() > DECISIONS) {
            Paragraph.print(out, "  ", "and " + (changed.size() - DECISIONS) + " more, which --json lists.");
        }
        out.println();
    }
}
