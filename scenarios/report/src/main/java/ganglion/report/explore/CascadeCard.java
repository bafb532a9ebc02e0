package ganglion.report.explore;

import static ganglion.report.page.Html.escaped;
import static ganglion.report.page.HtmlTable.numberCell;

import ganglion.hardware.cascade.BreakEvenText;
import ganglion.hardware.cascade.JointDecisions;
import ganglion.report.cascade.HourPlot;
import ganglion.report.page.HtmlTable;
import ganglion.scenario.explore.cascade.CascadeFindings;
import ganglion.scenario.explore.cascade.CascadeFindings.AtRate;
import ganglion.scenario.explore.cascade.CascadeStage;
import ganglion.scenario.explore.cascade.FoundCascade;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which cascades win at which rate of the event, what they take, and why none wins where that is so. */
final class CascadeCard {

    /** Cascades in the chart, so that its lines can be told apart. */
    private static final int MOST_DRAWN = 3;

    private final CascadeFindings found;
    private final CascadeWords words;

    private CascadeCard(CascadeFindings found) {
        this.found = found;
        this.words = new CascadeWords(found);
    }

    static String markup(CascadeFindings found) {
        CascadeCard card = new CascadeCard(found);
        return card.lead()
                + card.verdicts()
                + card.detectors()
                + card.chart()
                + card.table()
                + card.granted()
                + card.commands()
                + card.left();
    }

    private String lead() {
        return "<p class=\"lead\">A small network decides in every window. It wakes a large one, which decides only then. The event: "
                + escaped(words.event())
                + ". A cascade wins at a rate of the event if in validation it takes less than its large network alone, and nothing else does as well"
                + " for as little: no network alone and no other cascade. To do as well is to name as many events right, with as few false alarms, other"
                + " samples taken for one. What wakes was chosen in validation, too. Where nothing else is said, figures are of "
                + escaped(words.measured()) + ", with 95 % intervals.</p>\n";
    }

    private String verdicts() {
        String lines = found.rates().stream()
                .map(rate -> "<li>" + escaped(words.verdict(rate)) + "</li>\n")
                .collect(Collectors.joining());
        return "<ul class=\"lines\">\n" + lines + "</ul>\n";
    }

    private String detectors() {
        if (found.wish().detectors().isEmpty()) {
            return "";
        }
        return "<p class=\"note\">Detectors know two classes, event or not. Saved: "
                + escaped(FigureWords.count(found.detectors().size(), "detector"))
                + ". Below each of the best cascades of networks of all classes, or of these networks alone where none of their cascades wins: what does as well in"
                + " validation and takes least, the cascade with a detector and the detector alone.</p>\n"
                + DetectorTable.markup(found);
    }

    private String chart() {
        List<FoundCascade> drawn = found.cascades().stream().limit(MOST_DRAWN).toList();
        if (drawn.isEmpty()) {
            return "";
        }
        HourPlot plot = new HourPlot(
                found.wish().boundary(), drawn.get(0).held().energy().rates().windowsPerHour());
        drawn.forEach(cascade -> plot.cascade(
                numbered(cascade) + ", on " + String.join(", ", cascade.waking()),
                cascade.held().energy()));
        drawn.stream()
                .flatMap(cascade -> Stream.of(cascade.large(), cascade.small()))
                .forEach(network ->
                        plot.alone(network.name() + " alone", network.held().joulesPerHour()));
        return plot.plot().figure().orElse("");
    }

    private String table() {
        HtmlTable table = new HtmlTable().numbers("events/h").texts("networks");
        table.numbers("energy of an hour").numbers("times less");
        table.texts("events right").texts("false alarms").texts("saves").texts("events that wake");
        table.sortable();
        for (AtRate rate : found.rates()) {
            rate.best().forEach(cascade -> table.markupRow("", row(cascade, rate.eventsPerHour())));
        }
        networks().forEach(network -> table.markupRow("", row(network)));
        return table.markup();
    }

    /** Those that no other one matches, and those of the cascades. */
    private Set<CascadeStage> networks() {
        Set<CascadeStage> all = new TreeSet<>((one, other) ->
                Integer.compare(found.networks().indexOf(one), found.networks().indexOf(other)));
        all.addAll(found.alone());
        found.cascades().forEach(cascade -> all.addAll(List.of(cascade.small(), cascade.large())));
        return all;
    }

    private List<String> row(FoundCascade cascade, double eventsPerHour) {
        JointDecisions joint = cascade.held().joint();
        double joules = cascade.held().energy().perHour(eventsPerHour);
        return List.of(
                numberCell(eventsPerHour, BreakEvenText.rate(eventsPerHour)),
                escaped(numbered(cascade) + ": " + words.pair(cascade)),
                numberCell(joules, words.hour(cascade, eventsPerHour)),
                joules == 0
                        ? ""
                        : numberCell(
                                cascade.held().energy().saving(eventsPerHour), words.saving(cascade, eventsPerHour)),
                escaped(joint.rightTogether().text()),
                escaped(joint.alarmsTogether().text()),
                escaped(BreakEvenText.of(cascade.held().energy().breakEven())),
                escaped(joint.recall().text()));
    }

    private List<String> row(CascadeStage network) {
        JointDecisions decisions = words.alone(network);
        String right = decisions.rightAlone().text();
        return List.of(
                "any",
                escaped(network.name() + " alone"),
                numberCell(network.held().joulesPerHour(), words.hourAlone(network)),
                "",
                escaped(network.names(found.wish().events()) ? right : "none named; taken for one: " + right),
                escaped(decisions.alarmsAlone().text()),
                "",
                "");
    }

    private String numbered(FoundCascade cascade) {
        return "cascade " + (found.number(cascade) + 1);
    }

    private String granted() {
        List<String> sentences = words.granted();
        return sentences.isEmpty() ? "" : "<p class=\"note\">" + escaped(String.join(" ", sentences)) + "</p>\n";
    }

    private String commands() {
        String lines = found.cascades().stream()
                .map(cascade -> "<li>" + escaped(numbered(cascade)) + ":<br>"
                        + words.commands(cascade).stream()
                                .map(command -> "<code>" + escaped(command) + "</code>")
                                .collect(Collectors.joining("<br>"))
                        + "</li>\n")
                .collect(Collectors.joining());
        return lines.isEmpty()
                ? ""
                : "<details>\n<summary>Measure a cascade again, in this folder</summary>\n<ul class=\"lines\">\n"
                        + lines + "</ul>\n</details>\n";
    }

    private String left() {
        String lines = found.left().stream()
                .map(reason -> "<li>" + escaped(reason) + "</li>\n")
                .collect(Collectors.joining());
        return lines.isEmpty()
                ? ""
                : "<details>\n<summary>Left out</summary>\n<ul class=\"lines\">\n" + lines + "</ul>\n</details>\n";
    }
}
