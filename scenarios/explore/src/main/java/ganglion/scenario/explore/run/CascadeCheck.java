package ganglion.scenario.explore.run;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.Suggestions;
import ganglion.hardware.cascade.CascadeEnergy;
import ganglion.hardware.cascade.WakeRates;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.cascade.CascadeWish;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a wish for cascades before anything is trained. */
final class CascadeCheck {

    private CascadeCheck() {}

    /**
     * Looks whether the events are classes of the experiment, leave one for samples without an event, and do not happen more often than windows.
     *
     * @param classes of the experiment
     * @throws InputException with every problem
     */
    static void check(Search search, CascadeWish wish, Classification experiment, List<String> classes)
            throws InputException {
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
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    private static Problem problem(Search search, String key, String message) {
        return new Problem(search.file().toString(), 0, "/cascades/" + key, message);
    }
}
