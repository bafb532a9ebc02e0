package ganglion.cli.print.certainty;

import static ganglion.cli.print.TextTable.Side.LEFT;
import static ganglion.cli.print.TextTable.Side.RIGHT;

import ganglion.cli.print.Paragraph;
import ganglion.cli.print.TextTable;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.documents.quantity.WilsonInterval;
import ganglion.report.cause.CertaintyQuestion;
import ganglion.scenario.future.DecisionCurve;
import ganglion.scenario.future.FutureMoment;
import ganglion.scenario.future.FutureRules;
import ganglion.scenario.future.SameWinner;
import ganglion.scenario.result.Decision;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** When decisions became certain: the curve of one, or a line for each of several. */
public final class CertaintyText {

    private static final int TIME_DIGITS = 4;

    /** Rows of the table of one decision, about. */
    private static final int ROWS = 10;

    private final CertaintyQuestion question;
    private final double seconds;

    /**
     * @param question with its answer
     * @param seconds how long the answer took
     */
    public CertaintyText(CertaintyQuestion question, double seconds) {
        this.question = question;
        this.seconds = seconds;
    }

    /** Prints the answer. */
    public void print(PrintStream out) {
        if (question.curves().size() == 1) {
            printOne(out, question.curves().get(0));
        } else {
            printAll(out);
        }
        if (!question.spent().isEmpty()) {
            new SpentTable(question.spent()).print(out, "  ");
            out.println();
        }
        printMeaning(out);
    }

    private void printOne(PrintStream out, DecisionCurve curve) {
        Decision decision = curve.decision();
        out.println((decision.file().isEmpty() ? "The run" : decision.file()) + " was decided as " + winner(decision)
                + (decision.label().isEmpty()
                        ? ""
                        : decision.correct() ? ", which is right" : "; its label is " + decision.label())
                + (isCertainBeforeTheEnd(curve)
                        ? ": certain from " + time(certain(curve), curve) + " of " + end(curve) + " on"
                        : ": not certain before its end at " + end(curve)));
        out.println();
        TextTable table = new TextTable(RIGHT, RIGHT, LEFT, RIGHT, LEFT);
        table.row("time", "clip goes on", "", "other endings", "");
        int step = Math.max(1, curve.moments().size() / ROWS);
        for (int i = 0; i < curve.moments().size(); i++) {
            FutureMoment moment = curve.moments().get(i);
            if (i % step == 0 || moment.tick() == certain(curve)) {
                table.row(
                        time(moment.tick(), curve),
                        count(moment.own()),
                        interval(moment.own()),
                        count(moment.other()),
                        interval(moment.other()));
            }
        }
        table.print(out, "  ");
        out.println();
        out.println("  clip goes on   " + Spark.of(shares(curve, true)));
        out.println("  other endings  " + Spark.of(shares(curve, false)));
        out.println();
    }

    private void printAll(PrintStream out) {
        TextTable table = new TextTable(LEFT, LEFT, LEFT, RIGHT, RIGHT, LEFT, LEFT);
        table.row("clip", "decided as", "label", "certain from", "of", "clip goes on", "other endings");
        long wrong = 0;
        for (DecisionCurve curve : question.curves()) {
            Decision decision = curve.decision();
            boolean isWrong = !decision.label().isEmpty() && !decision.correct();
            wrong += isWrong ? 1 : 0;
            table.row(
                    decision.file(),
                    winner(decision),
                    decision.label() + (isWrong ? " (wrong)" : ""),
                    isCertainBeforeTheEnd(curve) ? time(certain(curve), curve) : "its end",
                    end(curve),
                    Spark.of(shares(curve, true)),
                    Spark.of(shares(curve, false)));
        }
        table.print(out, "");
        out.println();
        Paragraph.print(
                out,
                "  ",
                "Certain means that the decision stays what it was, right or wrong: " + wrong + " of "
                        + question.curves().size() + (wrong == 1 ? " is wrong." : " are wrong."));
        out.println();
    }

    private void printMeaning(PrintStream out) {
        FutureRules rules = question.rules();
        double tickSeconds = question.run().replay().scenario().clock().tickSeconds();
        boolean silenceAlone = question.curves().stream()
                .flatMap(curve -> curve.moments().stream())
                .allMatch(moment -> moment.other().futures() == 1);
        WilsonInterval all = new SameWinner(rules.futures(), rules.futures()).interval();
        Paragraph.print(
                out,
                "  ",
                "At each moment " + rules.futures()
                        + (silenceAlone
                                ? " futures in which the input goes on, and one of silence, were run"
                                : " futures of each kind were run")
                        + " from the state of the network then. What came before is as in"
                        + " the run; each later spike of an input is left out with probability "
                        + number(rules.deletion()) + ", and moved by a normal time with a standard deviation of "
                        + QuantityFormat.format(rules.jitterTicks() * tickSeconds, "s", TIME_DIGITS)
                        + (silenceAlone
                                ? ". Of silence there is one future only, which tells little"
                                : ". In one kind the clip goes on; in the other another clip of the run goes on in its place from the same"
                                        + " time on, or silence")
                        + ". Counted are the futures in which the same class wins; from the certain moment on these are at least "
                        + number(100 * rules.certain()) + " % of each kind. All of "
                        + rules.futures() + " say that it is " + number(Math.floor(1000 * all.low()) / 10)
                        + " % or more of all such futures, with 95 % confidence. The answer took "
                        + QuantityFormat.format(seconds, "s", 2) + ".");
    }

    private static String number(double value) {
        return QuantityFormat.format(value, "", TIME_DIGITS).strip();
    }

    private long certain(DecisionCurve curve) {
        return curve.certainFrom(question.rules().certain());
    }

    private boolean isCertainBeforeTheEnd(DecisionCurve curve) {
        return certain(curve) < curve.decision().untilTick();
    }

    private static String winner(Decision decision) {
        return decision.winner().isEmpty() ? "nothing" : decision.winner();
    }

    /** Since the start of the clip. */
    private String time(long tick, DecisionCurve curve) {
        return QuantityFormat.format(
                question.run().replay().scenario().clock().seconds(tick - curve.fromTick()), "s", TIME_DIGITS);
    }

    private String end(DecisionCurve curve) {
        return time(curve.decision().untilTick(), curve);
    }

    private static String count(SameWinner agreement) {
        return agreement.agreeing() + " of " + agreement.futures();
    }

    private static String interval(SameWinner agreement) {
        WilsonInterval interval = agreement.interval();
        return String.format(Locale.ROOT, "%.0f to %.0f %%", 100 * interval.low(), 100 * interval.high());
    }

    private static List<Double> shares(DecisionCurve curve, boolean own) {
        List<Double> shares = new ArrayList<>();
        curve.moments().forEach(moment -> shares.add((own ? moment.own() : moment.other()).share()));
        return shares;
    }
}
