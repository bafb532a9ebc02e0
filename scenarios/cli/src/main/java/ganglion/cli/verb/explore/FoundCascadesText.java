package ganglion.cli.verb.explore;

import ganglion.hardware.cascade.BreakEvenText;
import ganglion.hardware.cascade.JointDecisions;
import ganglion.report.explore.CascadeWords;
import ganglion.scenario.explore.cascade.CascadeFindings;
import ganglion.scenario.explore.cascade.CascadeFindings.AtRate;
import ganglion.scenario.explore.cascade.CascadeStage;
import ganglion.scenario.explore.cascade.DetectorBeside;
import ganglion.scenario.explore.cascade.FoundCascade;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a search found of cascades, for a terminal. */
final class FoundCascadesText {

    private static final String INDENT = "  ";
    private static final int SHOWN_LEFT = 4;

    private final CascadeFindings found;
    private final CascadeWords words;

    FoundCascadesText(CascadeFindings found) {
        this.found = found;
        this.words = new CascadeWords(found);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("cascades for " + words.event() + ": energy of an hour; on " + words.measured()
                + ", chosen in validation");
        found.rates().forEach(rate -> lines.addAll(at(rate)));
        if (found.wish().detectors().isPresent()) {
            lines.addAll(detectors());
        }
        lines.add(INDENT + "alone, in every window:");
        for (CascadeStage network : found.alone()) {
            JointDecisions decisions = words.alone(network);
            lines.add(INDENT + INDENT + network.name() + ": " + words.hourAlone(network) + ", events right "
                    + decisions.rightAlone().text() + ", others taken for one "
                    + decisions.alarmsAlone().text());
        }
        words.granted().forEach(sentence -> lines.add(INDENT + sentence));
        found.left().stream().limit(SHOWN_LEFT).forEach(left -> lines.add(INDENT + "left out: " + left));
        if (found.left().size() > SHOWN_LEFT) {
            lines.add(INDENT + "and " + (found.left().size() - SHOWN_LEFT) + " more left out, see --json");
        }
        return lines;
    }

    /** The first one of each rate, beside which networks of all classes name most events right; the page has all. */
    private List<String> detectors() {
        List<String> lines = new ArrayList<>();
        lines.add(INDENT + "detectors, " + found.detectors().size()
                + " saved, beside the best that networks of all classes do:");
        Set<Double> rates = new HashSet<>();
        for (DetectorBeside beside : found.besides()) {
            if (rates.add(beside.eventsPerHour())) {
                List<String> sentences = words.beside(beside);
                lines.add(INDENT + INDENT + sentences.get(0));
                sentences
                        .subList(1, sentences.size())
                        .forEach(sentence -> lines.add(INDENT + INDENT + INDENT + sentence));
            }
        }
        int more = found.besides().size() - rates.size();
        if (more > 0) {
            lines.add(INDENT + INDENT + "the page has " + more + " more");
        }
        return lines;
    }

    private List<String> at(AtRate rate) {
        List<String> lines = new ArrayList<>(List.of(INDENT + words.verdict(rate)));
        rate.best().forEach(cascade -> lines.addAll(cascade(cascade, rate)));
        return lines;
    }

    private List<String> cascade(FoundCascade cascade, AtRate rate) {
        double eventsPerHour = rate.eventsPerHour();
        JointDecisions joint = cascade.held().joint();
        String deep = INDENT + INDENT + INDENT;
        List<String> lines = new ArrayList<>();
        lines.add(INDENT + INDENT + words.pair(cascade) + ": " + words.hour(cascade, eventsPerHour) + ", "
                + words.saving(cascade, eventsPerHour) + " times less than the large one alone, saves "
                + BreakEvenText.of(cascade.held().energy().breakEven()));
        lines.add(deep + "events right " + joint.rightTogether().text() + ", others taken for one "
                + joint.alarmsTogether().text() + ", events that wake "
                + joint.recall().text());
        if (cascade != rate.best().get(0)) {
            words.test(cascade, eventsPerHour).ifPresent(test -> lines.add(deep + test));
        }
        words.commands(cascade).forEach(command -> lines.add(deep + command));
        return lines;
    }
}
