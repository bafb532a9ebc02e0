package ganglion.scenario.format;

import ganglion.documents.place.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks which neurons of a read-out population stand for each class: one group per class, each neuron in one at most. */
final class DecisionGroups {

    private DecisionGroups() {}

    /**
     * Notes what is wrong with groups.
     *
     * @param place where they are written
     * @param classes number of classes
     * @param neurons number of neurons of the population
     */
    static void check(Place place, List<List<Integer>> groups, int classes, int neurons) {
        if (groups.size() != classes) {
            place.problem("found " + groups.size() + " groups, expected one for each of " + classes + " classes");
        }
        Set<Integer> seen = new HashSet<>();
        for (List<Integer> group : groups) {
            for (int neuron : group) {
                if (neuron >= neurons) {
                    place.problem("found neuron " + neuron + ", expected 0 to " + (neurons - 1));
                } else if (!seen.add(neuron)) {
                    place.problem("found neuron " + neuron + " twice, expected it in one group at most");
                }
            }
        }
    }
}
