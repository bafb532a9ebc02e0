package ganglion.cli.print.certainty;

import ganglion.cli.print.Paragraph;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.documents.quantity.WilsonInterval;
import ganglion.scenario.future.EarlyExit;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.ScenarioRun;
import java.io.PrintStream;
import java.util.List;

/** Which decisions of a run were taken before the end, what the end would have said, and what had been spent by then. */
public final class TakenText {

    private static final int DIGITS = 3;

    private final ScenarioRun run;
    private final List<Decision> decisions;

    /** @param run of which the decisions that may be taken early are told; nothing is printed if there are none */
    public TakenText(ScenarioRun run) {
        this.run = run;
        this.decisions = run.decisions().stream()
                .filter(decision -> decision.taken().isPresent())
                .toList();
    }

    /** Prints everything. */
    public void print(PrintStream out, String indent) {
        if (decisions.isEmpty()) {
            return;
        }
        out.println();
        Paragraph.print(out, indent, sentence());
        if (!run.costs().isEmpty()) {
            EarlyExit exit = new EarlyExit(run);
            new SpentTable(decisions.stream()
                            .map(decision -> exit.by(decision, decision.fromTick(), taken(decision)))
                            .toList())
                    .print(out, indent);
        }
    }

    private String sentence() {
        List<Decision> early = decisions.stream().filter(Decision::isEarly).toList();
        double ticks = decisions.stream()
                .mapToLong(decision -> taken(decision) - decision.fromTick())
                .average()
                .orElseThrow();
        double whole = decisions.stream()
                .mapToLong(decision -> decision.untilTick() - decision.fromTick())
                .average()
                .orElseThrow();
        long same = early.stream()
                .filter(decision ->
                        decision.winner().equals(decision.taken().get().winnerAtEnd()))
                .count();
        String start = early.size() + " of " + decisions.size()
                + " decisions were certain before the end; on average a decision took " + time(ticks) + " of "
                + time(whole) + ".";
        return early.isEmpty()
                ? start
                : start + " " + same + " of " + early.size() + " early ones are as at the end (95 % interval "
                        + WilsonInterval.of((double) same / early.size(), early.size())
                                .percent() + " %).";
    }

    private static long taken(Decision decision) {
        return decision.taken().orElseThrow().untilTick();
    }

    private String time(double ticks) {
        return QuantityFormat.format(ticks * run.clock().tickSeconds(), "s", DIGITS);
    }
}
