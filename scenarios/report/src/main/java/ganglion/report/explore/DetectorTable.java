package ganglion.report.explore;

import static ganglion.report.page.Html.escaped;

import ganglion.hardware.cascade.BreakEvenText;
import ganglion.hardware.cascade.JointDecisions;
import ganglion.report.page.HtmlTable;
import ganglion.scenario.explore.cascade.CascadeFindings;
import ganglion.scenario.explore.cascade.CascadeStage;
import ganglion.scenario.explore.cascade.DetectorBeside;
import ganglion.scenario.explore.cascade.FoundCascade;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What networks of all classes do at each rate of the event, and below each what does as well in validation with a detector. */
final class DetectorTable {

    private final CascadeFindings found;
    private final CascadeWords words;
    private final HtmlTable table = new HtmlTable();

    private DetectorTable(CascadeFindings found) {
        this.found = found;
        this.words = new CascadeWords(found);
        table.numbers("events/h").texts("networks").numbers("energy of an hour").numbers("in validation");
        if (found.tested()) {
            table.numbers("on the test set");
        }
        table.texts("events right").texts("false alarms");
    }

    static String markup(CascadeFindings found) {
        DetectorTable table = new DetectorTable(found);
        found.besides().forEach(table::add);
        return table.table.markup();
    }

    private void add(DetectorBeside beside) {
        double rate = beside.eventsPerHour();
        String at = BreakEvenText.rate(rate);
        Optional<FoundCascade> cascade = beside.cascade();
        String networks =
                cascade.map(words::pair).orElseGet(() -> beside.network().name() + " alone")
                        + (beside.detector().isEmpty() && beside.alone().isEmpty()
                                ? "; with a detector nothing does as well"
                                : "");
        if (cascade.isPresent()) {
            row(at, networks, words.hour(cascade.get(), rate), List.of("", ""), cascade.get());
        } else {
            row(at, networks, List.of("", ""), beside.network());
        }
        beside.detector()
                .ifPresent(detector -> row(
                        at,
                        "with a detector: " + words.pair(detector),
                        words.hour(detector, rate),
                        less(
                                beside.timesLess(detector),
                                beside.heldJoules() / detector.held().energy().perHour(rate)),
                        detector));
        beside.alone()
                .ifPresent(detector -> row(
                        at,
                        "a detector alone: " + detector.name(),
                        less(
                                beside.timesLess(detector),
                                beside.heldJoules() / detector.held().joulesPerHour()),
                        detector));
    }

    private static List<String> less(double validation, double test) {
        return List.of(CascadeWords.lessText(validation), CascadeWords.lessText(test));
    }

    private void row(String at, String networks, String hour, List<String> less, FoundCascade cascade) {
        JointDecisions joint = cascade.held().joint();
        row(
                at,
                networks,
                hour,
                less,
                joint.rightTogether().text(),
                joint.alarmsTogether().text());
    }

    private void row(String at, String networks, List<String> less, CascadeStage network) {
        JointDecisions decisions = words.alone(network);
        row(
                at,
                networks,
                words.hourAlone(network),
                less,
                decisions.rightAlone().text(),
                decisions.alarmsAlone().text());
    }

    private void row(String at, String networks, String hour, List<String> less, String right, String alarms) {
        List<String> cells = new ArrayList<>(List.of(at, escaped(networks), escaped(hour), escaped(less.get(0))));
        if (found.tested()) {
            cells.add(escaped(less.get(1)));
        }
        cells.addAll(List.of(escaped(right), escaped(alarms)));
        table.markupRow("", cells);
    }
}
