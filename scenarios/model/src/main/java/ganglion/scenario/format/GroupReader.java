package ganglion.scenario.format;

import ganglion.documents.place.Place;
import ganglion.scenario.model.ReadOutRule.Score;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads which neurons of a read-out population stand for each class. */
final class GroupReader {

    private GroupReader() {}

    static List<List<Integer>> read(Place place, Score score, List<String> classes, int neurons) {
        if (!score.ofGroups()) {
            if (place.has("groups")) {
                place.at("groups").problem("found groups, which go with the read-outs mean-count and votes only");
            }
            return List.of();
        }
        if (!place.has("groups") || !place.has("classes")) {
            place.problem("found no \"" + (place.has("groups") ? "classes" : "groups")
                    + "\", which is required because several neurons stand for a class");
            return List.of();
        }
        List<List<Integer>> groups = place.elements("groups").stream()
                .map(group -> {
                    List<Integer> members = new ArrayList<>();
                    group.node().forEach(neuron -> members.add(neuron.intValue()));
                    return List.copyOf(members);
                })
                .toList();
        if (groups.size() != classes.size()) {
            place.at("groups")
                    .problem("found " + groups.size() + " groups, expected one for each of " + classes.size()
                            + " classes");
        }
        check(place.at("groups"), groups, neurons);
        return groups;
    }

    private static void check(Place place, List<List<Integer>> groups, int neurons) {
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
