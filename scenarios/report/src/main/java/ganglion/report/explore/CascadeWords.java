package ganglion.report.explore;

import ganglion.documents.ShellWord;
import ganglion.documents.quantity.Dimension;
import ganglion.hardware.cascade.BreakEvenText;
import ganglion.hardware.cascade.CascadeEnergy;
import ganglion.hardware.cascade.CascadeVerdict;
import ganglion.hardware.cascade.JointDecisions;
import ganglion.hardware.cascade.WakeRates;
import ganglion.hardware.figure.IntervalText;
import ganglion.scenario.explore.cascade.CascadeFindings;
import ganglion.scenario.explore.cascade.CascadeFindings.AtRate;
import ganglion.scenario.explore.cascade.CascadeFindings.Nearest;
import ganglion.scenario.explore.cascade.CascadeStage;
import ganglion.scenario.explore.cascade.DetectorBeside;
import ganglion.scenario.explore.cascade.FoundCascade;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a search found of cascades, in words. */
public final class CascadeWords {

    private final CascadeFindings found;

    /** @param found what it found */
    public CascadeWords(CascadeFindings found) {
        this.found = found;
    }

    /** Such as {@code alarm (active)}: the classes of the event and the boundary of energies. */
    public String event() {
        return String.join(", ", found.wish().events()) + " ("
                + found.wish().boundary().label() + ")";
    }

    /** On which samples cascades were measured. */
    public String measured() {
        int samples = found.networks().isEmpty()
                ? 0
                : found.networks().get(0).held().decided().size();
        return FigureWords.count(samples, "sample") + (found.tested() ? " of the test set" : " in validation");
    }

    /** Both networks, and what wakes the large one. */
    public String pair(FoundCascade cascade) {
        return cascade.small().name() + " wakes " + cascade.large().name() + " on "
                + String.join(", ", cascade.waking());
    }

    /** Energy of an hour with its interval. */
    public String hour(FoundCascade cascade, double eventsPerHour) {
        CascadeEnergy energy = cascade.held().energy();
        return IntervalText.of(energy.perHour(eventsPerHour), energy.interval(eventsPerHour), Dimension.ENERGY);
    }

    /** How many times less than the large network alone. */
    public String saving(FoundCascade cascade, double eventsPerHour) {
        return CascadeVerdict.timesLess(cascade.held().energy(), eventsPerHour);
    }

    /** What wins at a rate and by how much, or why nothing does, in a sentence. */
    public String verdict(AtRate rate) {
        String at = "At " + BreakEvenText.rate(rate.eventsPerHour()) + ", ";
        if (rate.best().isEmpty()) {
            return at + "no cascade wins: " + reason(rate) + ".";
        }
        FoundCascade first = rate.best().get(0);
        return at + FigureWords.count(rate.winning(), "cascade") + (rate.winning() == 1 ? " wins" : " win")
                + unlisted(rate) + "; "
                + pair(first)
                + (rate.winning() == 1 ? ", and takes " : ", names most events right in validation, and takes ")
                + saving(first, rate.eventsPerHour()) + " times less than the large network alone; "
                + CascadeVerdict.right(first.held().joint())
                + test(first, rate.eventsPerHour()).map(test -> "; " + test).orElse("") + ".";
    }

    /** How many of those that win are listed; nothing if all are. */
    private static String unlisted(AtRate rate) {
        int listed = rate.best().size();
        return rate.others().isEmpty()
                ? ""
                : ", " + listed + (listed == 1 ? " is" : " are") + " listed, result.json has "
                        + (rate.others().size() == 1 ? "the other" : "the others");
    }

    /** Energy of an hour of a network with a decision in every window. */
    public String hourAlone(CascadeStage network) {
        double joules = network.held().joulesPerHour();
        return IntervalText.of(joules, network.held().power().reliability().around(joules), Dimension.ENERGY);
    }

    /** What a network decides in every window. */
    public JointDecisions alone(CascadeStage network) {
        return found.alone(network, network.held());
    }

    /** Whether a cascade wins where it is measured as well; empty where it was chosen by the same samples. */
    public Optional<String> test(FoundCascade cascade, double eventsPerHour) {
        if (!found.tested()) {
            return Optional.empty();
        }
        return Optional.of(found.matching(cascade, eventsPerHour)
                .map(network -> "on the test set " + network.name() + " alone does as well for no more energy")
                .orElse("on the test set no network alone does as well for as little energy"));
    }

    /** Why no cascade wins at a rate. */
    String reason(AtRate rate) {
        if (found.networks().size() < 2) {
            return "fewer than two networks can be stages";
        }
        double windows = found.networks().get(0).validation().windowsPerHour();
        if (!WakeRates.isPossible(rate.eventsPerHour(), windows)) {
            return "there are only " + FigureWords.times(windows) + " windows in an hour";
        }
        return rate.nearest()
                .map(nearest -> reason(nearest, rate.eventsPerHour()))
                .orElse("no two networks that find the time for it name any event right together");
    }

    private String reason(Nearest nearest, double eventsPerHour) {
        FoundCascade cascade = nearest.cascade();
        CascadeEnergy energy = cascade.validation().energy();
        double rest = energy.restPerHour();
        double small = energy.small().decisionJoules() * energy.rates().windowsPerHour();
        double all = energy.perHour(eventsPerHour);
        CascadeStage rival = nearest.matchedBy();
        return String.format(
                Locale.ROOT,
                "in validation %s alone %s for %s; there the cascade that comes nearest (%s) takes %s: %s for devices at rest, %s for the decisions"
                        + " of the small network, %s for wakes",
                rival.name(),
                rival == cascade.large() ? "decides" : "does as well",
                FigureWords.joules(rival.validation().joulesPerHour()),
                pair(cascade),
                FigureWords.joules(all),
                FigureWords.joules(rest),
                FigureWords.joules(small),
                FigureWords.joules(all - rest - small));
    }

    /** What the figures of cascades take for granted, as sentences; empty where there is no cascade. */
    public List<String> granted() {
        List<FoundCascade> cascades = found.cascades();
        List<String> sentences = new ArrayList<>();
        if (cascades.isEmpty()) {
            return sentences;
        }
        sentences.add("Time without the event is taken to be like the samples of the other classes.");
        sentences.add(
                "Between wakes the large network's front end takes nothing beyond its device at rest, and keeping a sample"
                        + " until it is handed over takes nothing.");
        if (found.wish().handoverJoules() == 0) {
            sentences.add("A wake and the hand-over take nothing: no profile knows their energy (key handover).");
        }
        if (cascades.stream().anyMatch(cascade -> cascade.held().energy().onOneDevice())) {
            sentences.add(
                    "Two networks on one device: it has time for both; whether it holds both at once was not looked at.");
        }
        return sentences;
    }

    /** The commands that measure a cascade again, in the folder of the search. */
    public List<String> commands(FoundCascade cascade) {
        String small = cascade.small().name();
        String large = cascade.large().name();
        double handover = found.wish().handoverJoules();
        return List.of(
                "ganglion run " + folder(cascade.small()) + small + "/scenario.yaml --keep-runs --out " + small,
                "ganglion run " + folder(cascade.large()) + large + "/scenario.yaml --keep-runs --out " + large,
                "ganglion cascade " + small + " " + large + " --event "
                        + words(found.wish().events()) + " --wake "
                        + words(cascade.waking()) + " --boundary "
                        + found.wish().boundary().word()
                        + (handover > 0 ? " --handover '" + handover + " J'" : ""));
    }

    private static String folder(CascadeStage network) {
        return network.detector() ? "detectors/" : "front/";
    }

    /** What detectors save beside the best of networks of all classes, as sentences without their full stops. */
    public List<String> beside(DetectorBeside beside) {
        double rate = beside.eventsPerHour();
        String other = beside.cascade()
                .map(cascade -> pair(cascade) + " (" + figures(cascade, rate) + ")")
                .orElseGet(() -> beside.network().name() + " alone" + " (" + figures(beside.network()) + ")");
        List<String> sentences = new ArrayList<>();
        sentences.add("at " + BreakEvenText.rate(rate) + ", " + other
                + (beside.detector().isEmpty() && beside.alone().isEmpty()
                        ? ": nothing with a detector does as well in validation"
                        : ""));
        beside.detector()
                .ifPresent(detector -> sentences.add(pair(detector) + " (" + figures(detector, rate) + ") takes "
                        + less(
                                beside.timesLess(detector),
                                beside.heldJoules() / detector.held().energy().perHour(rate),
                                detector.held().joint().rightTogether().count(),
                                right(beside))));
        beside.alone()
                .ifPresent(detector -> sentences.add(detector.name() + " alone" + " (" + figures(detector) + ") takes "
                        + less(
                                beside.timesLess(detector),
                                beside.heldJoules() / detector.held().joulesPerHour(),
                                alone(detector).rightAlone().count(),
                                right(beside))));
        return sentences;
    }

    /** Events that are named right by what detectors stand beside. */
    private int right(DetectorBeside beside) {
        return beside.cascade()
                .map(cascade -> cascade.held().joint().rightTogether().count())
                .orElseGet(() -> alone(beside.network()).rightAlone().count());
    }

    /** Both factors; what does as well in validation may name fewer events right on the test set. */
    private String less(double validation, double test, int right, int rightBeside) {
        String text = lessText(validation) + " in validation";
        if (!found.tested()) {
            return text;
        }
        return text + ", " + lessText(test) + " on the test set"
                + (right < rightBeside ? ", but names fewer events right there" : "");
    }

    /** Such as {@code 1.5 times less}. */
    static String lessText(double factor) {
        return FigureWords.lessEnergy(factor).replace(" energy", "");
    }

    private String figures(CascadeStage network) {
        JointDecisions decisions = alone(network);
        return hourAlone(network) + ", events right " + decisions.rightAlone().text() + ", others taken for one "
                + decisions.alarmsAlone().text();
    }

    private String figures(FoundCascade cascade, double eventsPerHour) {
        JointDecisions joint = cascade.held().joint();
        return hour(cascade, eventsPerHour) + ", events right "
                + joint.rightTogether().text() + ", others taken for one "
                + joint.alarmsTogether().text();
    }

    private static String words(List<String> classes) {
        return ShellWord.of(String.join(",", classes));
    }
}
