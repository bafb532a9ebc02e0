package ganglion.report.explore;

import static ganglion.report.page.Html.escaped;

import ganglion.hardware.estimate.Boundary;
import ganglion.report.page.Page;
import ganglion.scenario.explore.Exploration;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.result.SearchRemarks;
import java.util.stream.Collectors;

/** What a search found, as a page: the fronts, what mattered, what more budget would be used for, all points and all trials. */
public final class ExplorationPage {

    /** Name of the page in the folder of the search. */
    public static final String FILE = "explore.html";

    private ExplorationPage() {}

    /** The page, as HTML. */
    public static String of(Exploration exploration) {
        FoundFronts found = new FoundFronts(exploration);
        Search search = exploration.search();
        Page page =
                new Page("Search " + search.name()).withFronts().head("Search", search.name(), search.description());
        if (!exploration.complete()) {
            page.notice(
                    "<p>The search was stopped before its budget was used up. <code>ganglion explore --resume</code> goes on.</p>");
        }
        return page.card("What it comes to", summary(found))
                .card("Front", front(found))
                .card(
                        "Cascades",
                        exploration.cascades().map(CascadeCard::markup).orElse(""))
                .card("What matters", ImportanceCard.markup(found))
                .card("More budget", new MoreBudget(found).markup())
                .card("Points", PointTable.markup(found))
                .card("What the figures hold", boundaries(found))
                .card("Trials", TrialRows.markup(found))
                .markup("All figures in <a href=\"result.json\">result.json</a>.");
    }

    private static String summary(FoundFronts found) {
        String lines = Headline.of(found).stream()
                .map(line -> "<li>" + escaped(line) + "</li>\n")
                .collect(Collectors.joining());
        String remarks = SearchRemarks.of(found.exploration()).stream()
                .map(remark -> "<p>" + escaped(remark) + "</p>\n")
                .collect(Collectors.joining());
        return "<ul class=\"lines\">\n" + lines + "</ul>\n" + remarks + "<p class=\"note\">" + escaped(choice(found))
                + "</p>\n";
    }

    private static String choice(FoundFronts found) {
        int samples = found.exploration().samples().get(found.isTested() ? 2 : 1);
        return "The point that takes least energy of those that are at most one point of accuracy below "
                + (found.comparesSeveral()
                        ? "the most accurate network made by hand on the same device"
                        : "the network made by hand")
                + ", chosen in validation. "
                + "Of " + FigureWords.count(samples, "sample") + " one is "
                + FigureWords.points(samples == 0 ? 0 : 1.0 / samples)
                + " points: look at the intervals before you tell two points apart."
                + (found.exploration().search().boundary() == Boundary.MARGINAL
                                && found.devices().size() > 1
                        ? " Marginal energy leaves out what a device takes anyway: compare devices with each other by the boundary active or"
                                + " always-on."
                        : "");
    }

    private static String front(FoundFronts found) {
        String figures = new FrontDrawing(found).figures();
        if (figures.isEmpty()) {
            return "<p>No energy is known of any network.</p>\n";
        }
        return "<p class=\"lead\">Further up is more accurate, further left takes less energy. Faint dots are trials in validation, stronger the longer they"
                + " were trained; points were trained with all seeds and are drawn where "
                + (found.isTested() ? "the test set" : "validation")
                + " puts them, with bars over 95 % intervals. The steps say how accurate a point of the front is for at most so much energy."
                + " A point leads to all of its figures.</p>\n<div class=\"fronts front-and-point\">\n<div>\n" + figures
                + "</div>\n" + PointDetails.markup(found) + "</div>\n";
    }

    private static String boundaries(FoundFronts found) {
        Search search = found.exploration().search();
        StringBuilder list = new StringBuilder();
        item(
                list,
                "Energy",
                "of a decision, " + search.boundary().label() + ": "
                        + search.boundary().meaning()
                        + ". Energies under another boundary cannot be compared with it. It holds the network and the front end, where that is"
                        + " computed from sound and its device is priced; interval and grade are those of the device named, and in 19 of 20 cases"
                        + " the true energy lies in the interval. Mean over at most "
                        + FigureWords.count(search.clips(), "costed clip") + ".");
        item(
                list,
                "Accuracy",
                found.isTested()
                        ? "in the precision of the device. Epochs, trials and fronts were chosen in validation ("
                                + FigureWords.count(
                                        found.exploration().samples().get(1), "sample")
                                + " that nothing was learned from), which is too good where the best of many was taken. Nothing was chosen by the test set ("
                                + FigureWords.count(
                                        found.exploration().samples().get(2), "sample")
                                + "). To choose a point by its figure there would make that figure too good as well."
                        : "in the precision of the device, in validation: the experiment has no test set. All was chosen by these "
                                + FigureWords.count(
                                        found.exploration().samples().get(1), "sample")
                                + ", so that the best of many is too good.");
        item(
                list,
                "Baseline",
                "logistic regression on the same features, and not a network: what a network has to beat to be of use. The line is that of the experiment as it is; points with other features have their own.");
        if (found.comparesSeveral()) {
            item(list, "Made by hand", byHand(found));
        }
        item(
                list,
                "Limits",
                limits(found) + " The front prefers what keeps them; in validation, means over all seeds decide.");
        item(
                list,
                "Devices",
                "have a front each and are not ranked by the search. On a chip the network computes with spikes, on a processor densely in every tick.");
        return "<dl class=\"facts\">\n" + list + "</dl>\n";
    }

    private static String byHand(FoundFronts found) {
        String misfits = found.exploration().misfits().stream()
                .map(misfit -> " " + misfit.experiment() + " does not fit " + misfit.profile() + ": "
                        + String.join("; ", misfit.problems()) + ".")
                .collect(Collectors.joining());
        return "Networks of several experiments, each trained as it is with all seeds, chosen and measured on the same samples. Points are compared with"
                + " the one that is most accurate on their device in validation, or of equal ones with the one that takes less energy."
                + misfits;
    }

    private static String limits(FoundFronts found) {
        String limits = found.exploration().search().wishes().stream()
                .flatMap(wish -> FigureWords.limit(wish).stream()
                        .map(limit -> wish.objective().word() + " " + limit))
                .collect(Collectors.joining(", "));
        return limits.isEmpty() ? "None." : "Asked for: " + limits + ".";
    }

    private static void item(StringBuilder list, String name, String text) {
        list.append("<dt>" + escaped(name) + "</dt><dd>" + escaped(text) + "</dd>\n");
    }
}
