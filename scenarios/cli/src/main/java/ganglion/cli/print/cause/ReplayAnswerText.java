package ganglion.cli.print.cause;

import static ganglion.cli.print.TextTable.Side.LEFT;
import static ganglion.cli.print.TextTable.Side.RIGHT;

import ganglion.cli.print.Paragraph;
import ganglion.cli.print.TextTable;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.report.cause.AskedRun;
import ganglion.report.cause.CauseWords;
import ganglion.report.cause.FateWords;
import ganglion.scenario.cause.ReplayAnswer;
import ganglion.scenario.cause.ReplayAnswer.Trial;
import java.io.PrintStream;

/** Why a neuron fired, or did not, whose potential is no sum, in words and tables. */
public final class ReplayAnswerText {

    private static final int ROWS = 12;

    private final AskedRun run;
    private final ReplayAnswer answer;
    private final String nearest;
    private final double seconds;

    /**
     * @param run that was asked; it gives neurons and times their names
     * @param nearest the spikes around a moment without one, in words; empty for a spike
     * @param seconds how long it took to find the answer
     */
    public ReplayAnswerText(AskedRun run, ReplayAnswer answer, String nearest, double seconds) {
        this.run = run;
        this.answer = answer;
        this.nearest = nearest;
        this.seconds = seconds;
    }

    /** Prints the whole answer. */
    public void print(PrintStream out) {
        out.println(CauseWords.title(run, answer.at(), answer.fired()));
        if (!nearest.isEmpty()) {
            Paragraph.print(out, "  ", "In the run, " + nearest + ".");
        }
        Paragraph.print(
                out,
                "  ",
                "By replay, since its potential is no sum of its inputs: the neuron was run again without one of the spikes that reached it,"
                        + " and again without another."
                        + (answer.fired() ? "" : " Its potential is " + CauseWords.number(answer.potential()) + "."));
        out.println();
        if (!answer.trials().isEmpty()) {
            table().print(out, "  ");
            out.println();
        }
        Paragraph.print(out, "  ", tried());
        answer.inNetwork()
                .ifPresent(fate -> Paragraph.print(
                        out, "  ", "In the whole network without the first, " + FateWords.of(run, fate) + "."));
        Paragraph.print(
                out,
                "  ",
                CauseWords.checked(answer.repeated()) + " " + run.provenance() + ". This took "
                        + QuantityFormat.format(seconds, "s", 2) + ".");
    }

    private TextTable table() {
        TextTable table = new TextTable(LEFT, RIGHT, LEFT).row("without", "its weight", "then");
        answer.trials().stream()
                .limit(ROWS)
                .forEach(trial -> table.row(name(trial), CauseWords.number(trial.weight()), outcome(trial)));
        return table;
    }

    private String name(Trial trial) {
        return run.name(trial.left()) + " at " + run.time(trial.left().tick());
    }

    private String outcome(Trial trial) {
        if (trial.fires()) {
            return answer.fired() ? "it still fires" : "it fires";
        }
        return (answer.fired() ? "it does not fire; its potential is " : "its potential is ")
                + CauseWords.number(trial.potential());
    }

    private String tried() {
        String arrived = answer.arrived() + (answer.arrived() == 1 ? " spike" : " spikes") + " reached it from "
                + run.time(answer.fromTick()) + " on";
        int tried = answer.trials().size();
        String shown = tried > ROWS ? "; --json lists all that were tried" : "";
        return arrived
                + (tried < answer.arrived() ? ", of which the last " + tried + " were tried" : "")
                + shown + "."
                + (answer.decisive().isPresent() ? "" : " None of them alone makes the difference.");
    }
}
