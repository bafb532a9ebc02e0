package ganglion.report.explore;

import static ganglion.report.page.Html.escaped;

import ganglion.report.chart.Axis;
import ganglion.report.chart.LinePlot;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.TrialRecord;
import ganglion.scenario.explore.strategy.Brackets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the search would do with more budget, and whether that would be worth it: its next round, and how the fronts grew so far. */
final class MoreBudget {

    /** A share of the box that is smaller than this counts as nothing new. */
    private static final double NOTHING = 0.005;

    private final FoundFronts found;

    MoreBudget(FoundFronts found) {
        this.found = found;
    }

    String markup() {
        if (found.trained().isEmpty()) {
            return "";
        }
        StringBuilder markup = new StringBuilder();
        next().forEach(sentence -> markup.append("<p>" + escaped(sentence) + "</p>\n"));
        markup.append(figure());
        List<String> grown = found.devices().stream().map(this::grown).toList();
        markup.append("<ul class=\"lines\">\n"
                + grown.stream().map(line -> "<li>" + escaped(line) + "</li>\n").collect(Collectors.joining())
                + "</ul>\n");
        return markup.append(
                        "<p class=\"note\">Which networks it would try is not known before they are proposed: proposals depend"
                                + " on what the trials before them came to. A front that no longer grows may still grow later.</p>\n")
                .toString();
    }

    /** The next round of Hyperband, which is known. */
    private List<String> next() {
        Search search = found.exploration().search();
        List<Integer> ends = search.halving().epochs(found.epochs());
        Brackets brackets = new Brackets(search.halving().factor(), ends.size());
        int last = found.trained().stream().mapToInt(TrialRecord::bracket).max().orElse(0);
        List<String> sentences = new ArrayList<>();
        long whole = found.trained().stream()
                .filter(trial -> trial.epochs() == found.epochs())
                .count();
        sentences.add(FigureWords.count(found.trained().size(), "network")
                + " besides that made by hand had some training in "
                + FigureWords.count(last, "round") + ", " + whole + " of them all of their "
                + FigureWords.count(found.epochs(), "epoch") + ".");
        long missing = last == 0
                ? 0
                : brackets.size(last - 1)
                        - found.trained().stream()
                                .filter(trial -> trial.bracket() == last)
                                .count();
        if (missing > 0) {
            sentences.add("The last round had budget for " + (brackets.size(last - 1) - missing) + " of its "
                    + brackets.size(last - 1) + " networks: with more it would be made whole first.");
        }
        int first = ends.get(brackets.firstStage(last));
        sentences.add(
                "With more budget (ganglion explore --resume with a larger --budget) the next round would begin with "
                        + FigureWords.count(brackets.size(last), "new network") + " for "
                        + FigureWords.count(first, "epoch")
                        + (first < found.epochs()
                                ? ", and go on with one in " + search.halving().factor() + " of them"
                                : "")
                        + ". A third of the proposals are by chance, the others by the model of what was good.");
        long left = found.exploration().points().size();
        sentences.add("At most " + FigureWords.count(search.points(), "network")
                + " of each device " + (search.points() == 1 ? "is" : "are") + " trained with all seeds; " + left
                + " were, on " + FigureWords.count(found.devices().size(), "device")
                + ". Room for more of the front is the key points of the search.");
        return sentences;
    }

    private List<CoveredShare.Growth> growth(String device) {
        return new CoveredShare(found.trained(), device, found.epochs()).growth();
    }

    private String figure() {
        List<LinePlot.Series> series = found.devices().stream()
                .map(device -> new LinePlot.Series(
                        device,
                        growth(device).stream()
                                .map(each -> new LinePlot.Mark(each.trial(), 100 * each.share(), 0))
                                .toList()))
                .filter(each -> !each.marks().isEmpty())
                .toList();
        String explained =
                "<p class=\"lead\">How the front grew in validation: the share that it covers of the box between the least and the most energy"
                        + " (as a logarithm) and between no right decision and all. Each dot is a network that was trained to its end.</p>\n";
        return new LinePlot(
                        "Covered by the front, %",
                        Axis.ofCounts("trial", Axis.Range.TIGHT), Axis.ofNumbers("", Axis.Range.ROUNDED), series)
                .figure()
                .map(figure -> explained + figure)
                .orElse("");
    }

    private String grown(String device) {
        List<CoveredShare.Growth> growth = growth(device);
        if (growth.size() < 3) {
            return device + ": too few trainings to their end (" + growth.size()
                    + ") to say whether the front still grows.";
        }
        double end = growth.get(growth.size() - 1).share();
        int third = growth.size() - growth.size() / 3;
        double before = growth.get(third - 1).share();
        int improved = growth.stream()
                .filter(each -> each.share() < end - NOTHING)
                .mapToInt(CoveredShare.Growth::trial)
                .max()
                .orElse(0);
        int latest = growth.stream()
                .mapToInt(CoveredShare.Growth::trial)
                .filter(trial -> trial > improved)
                .findFirst()
                .orElse(0);
        String last = FigureWords.count(growth.size() / 3, "training") + " to the end";
        return end - before < NOTHING
                ? device + ": the last " + last + " added nothing; the front stands since trial " + latest + "."
                : device + ": the last " + last + " added " + FigureWords.points(end - before)
                        + " points of covered share, so that the front still grows.";
    }
}
