package ganglion.cli.verb.explore;

import static ganglion.cli.print.TextTable.Side.LEFT;

import ganglion.cli.print.Paragraph;
import ganglion.cli.print.TextTable;
import ganglion.documents.quantity.Dimension;
import ganglion.hardware.cascade.BreakEvenText;
import ganglion.hardware.cascade.CascadeEnergy;
import ganglion.hardware.cascade.JointDecisions;
import ganglion.hardware.figure.IntervalText;
import ganglion.report.cascade.CascadeResult;
import ganglion.report.cascade.CascadeResult.Pair;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** A cascade for a terminal. */
final class CascadeText {

    private static final String INDENT = "  ";
    private static final int SHOWN_PAIRS = 12;

    private final CascadeResult result;

    CascadeText(CascadeResult result) {
        this.result = result;
    }

    void print(PrintStream out) {
        out.println(result.small().name() + " wakes " + result.large().name());
        Paragraph.print(out, INDENT, result.verdict());
        out.println();
        decisions(out);
        out.println();
        out.println(
                INDENT + "Energy of an hour (" + result.question().boundary().label() + "):");
        pairs(out);
        out.println();
        wins(out);
        out.println();
        result.left().forEach(left -> Paragraph.print(out, INDENT, left));
        result.notes().forEach(note -> Paragraph.print(out, INDENT, note));
    }

    private void decisions(PrintStream out) {
        JointDecisions joint = result.joint();
        new TextTable(LEFT, LEFT, LEFT, LEFT)
                .row("of the clips", "cascade", "large alone", "small alone")
                .row("events that wake", joint.recall().text(), "", "")
                .row("others that wake", joint.falseWakes().text(), "", "")
                .row(
                        "events right",
                        joint.rightTogether().text(),
                        joint.rightAlone().text(),
                        joint.rightOfSmall().text())
                .row(
                        "others taken for an event",
                        joint.alarmsTogether().text(),
                        joint.alarmsAlone().text(),
                        joint.alarmsOfSmall().text())
                .print(out, INDENT);
        out.println(INDENT
                + String.format(
                        Locale.ROOT,
                        "%.6g windows in an hour, %.3g false wakes without any event",
                        result.rates().windowsPerHour(),
                        result.rates().falseWakesPerHour()));
    }

    private void pairs(PrintStream out) {
        double rarest = result.eventsPerHour().get(0);
        double oftenest = result.eventsPerHour().get(result.eventsPerHour().size() - 1);
        TextTable table = new TextTable(LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT)
                .row(
                        "devices",
                        "grade",
                        "at " + BreakEvenText.rate(rarest),
                        "at " + BreakEvenText.rate(oftenest),
                        "large alone",
                        "small alone",
                        "saves");
        List<Pair> pairs = result.leastOfDevices();
        for (Pair pair : pairs.subList(0, Math.min(SHOWN_PAIRS, pairs.size()))) {
            CascadeEnergy energy = pair.energy();
            table.row(
                    pair.text(),
                    pair.grade().name(),
                    hour(energy, rarest),
                    hour(energy, oftenest),
                    IntervalText.rounded(
                            energy.largeAlonePerHour(),
                            pair.large().power().reliability().around(energy.largeAlonePerHour()),
                            Dimension.ENERGY),
                    IntervalText.rounded(
                            energy.smallAlonePerHour(),
                            pair.small().power().reliability().around(energy.smallAlonePerHour()),
                            Dimension.ENERGY),
                    BreakEvenText.of(energy.breakEven()) + " (as counted: "
                            + BreakEvenText.of(result.withMostWakes(pair).breakEven()) + " to "
                            + BreakEvenText.of(result.withFewestWakes(pair).breakEven()) + ")");
        }
        table.print(out, INDENT);
        if (pairs.size() > SHOWN_PAIRS) {
            out.println(INDENT + "and " + (pairs.size() - SHOWN_PAIRS) + " more pairs, see --json");
        }
    }

    private static String hour(CascadeEnergy energy, double events) {
        return IntervalText.of(energy.perHour(events), energy.interval(events), Dimension.ENERGY);
    }

    /** At each rate, what takes least: the cascade or the large network alone. */
    private void wins(PrintStream out) {
        Pair alone = result.bestAlone();
        double ofAlone = alone.energy().largeAlonePerHour();
        String aloneText = "the large network alone on " + alone.large().text();
        for (double events : result.eventsPerHour()) {
            Pair best = result.best(events);
            double joules = best.energy().perHour(events);
            String line = joules < ofAlone
                    ? "the cascade, " + best.text() + ", " + String.format(Locale.ROOT, "%.3g", ofAlone / joules)
                            + " times less than " + aloneText
                    : aloneText;
            out.println(INDENT + "cheaper at " + BreakEvenText.rate(events) + ": " + line);
        }
    }
}
