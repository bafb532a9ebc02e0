package ganglion.scenario.explore.run;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.Suggestions;
import ganglion.hardware.cascade.CascadeEnergy;
import ganglion.hardware.cascade.WakeRates;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.data.SampleLabels;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.cascade.CascadeWish;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is wrong with a wish for cascades, before anything is heard or trained. */
final class CascadeCheck {

    private CascadeCheck() {}

    /**
     * Looks whether the events do not happen more often than windows.
     *
     * @throws InputException with every problem
     */
    static void checkRates(Search search, CascadeWish wish, Classification experiment) throws InputException {
        List<Problem> problems = new ArrayList<>();
        double window = experiment.features().steps() * experiment.features().stepSeconds();
        for (double rate : wish.eventsPerHour()) {
            if (!WakeRates.isPossible(rate, CascadeEnergy.SECONDS_PER_HOUR / window)) {
                problems.add(problem(
                        search,
                        "events-per-hour",
                        "found " + rate + ", expected at most " + CascadeEnergy.SECONDS_PER_HOUR / window
                                + ", one in each window of " + window + " s"));
            }
        }
        refuse(problems);
    }

    /**
     * Looks whether the events are classes of the experiment, and whether the samples that cascades are chosen and measured by have some with an event
     * and some without.
     *
     * @throws InputException with every problem
     */
    static void checkEvents(Search search, CascadeWish wish, SampleLabels labels) throws InputException {
        List<String> classes = labels.classes();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < wish.events().size(); i++) {
            String event = wish.events().get(i);
            if (!classes.contains(event)) {
                problems.add(problem(
                        search,
                        "event/" + i,
                        "found '" + event + "', expected a class of the experiment: " + String.join(", ", classes)
                                + Suggestions.hint(event, classes)));
            }
        }
        if (problems.isEmpty() && wish.events().containsAll(classes)) {
            problems.add(problem(
                    search,
                    "event",
                    "found every class of the experiment, expected one to be left: how often a network wakes without an event"
                            + " would not be known"));
        }
        refuse(problems);
        checkSet(search, wish, "validation set, by which cascades are chosen", labels.validation(), problems);
        checkSet(search, wish, "test set, which measures cascades", labels.test(), problems);
        refuse(problems);
    }

    /** @param labels of a set; none if there is no such set */
    private static void checkSet(
            Search search, CascadeWish wish, String name, Set<String> labels, List<Problem> problems) {
        if (labels.isEmpty()) {
            return;
        }
        if (wish.events().stream().noneMatch(labels::contains)) {
            problems.add(problem(
                    search,
                    "event",
                    "found " + String.join(", ", wish.events()) + ", expected a class of the " + name + ": "
                            + String.join(", ", new TreeSet<>(labels))));
        } else if (wish.events().containsAll(labels)) {
            problems.add(problem(search, "event", "found every class of the " + name + ", expected one to be left"));
        }
    }

    private static void refuse(List<Problem> problems) throws InputException {
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    private static Problem problem(Search search, String key, String message) {
        return new Problem(search.file().toString(), 0, "/cascades/" + key, message);
    }
}
