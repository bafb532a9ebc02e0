package ganglion.scenario.format;

import ganglion.documents.JsonPointers;
import ganglion.documents.Problem;
import ganglion.scenario.model.RunPoint;
import ganglion.scenario.model.Scenario;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Where the values of a run stand in the sweep of its scenario. */
final class PointPlaces {

    private final Scenario scenario;

    /** Position of each point in a sweep that is a list, by its settings. */
    private final Map<Map<String, String>, Integer> points = new HashMap<>();

    /** Position of each value in its list in a sweep that is a grid, by its pointer. */
    private final Map<String, Map<String, Integer>> values = new HashMap<>();

    PointPlaces(Scenario scenario) {
        this.scenario = scenario;
        for (RunPoint point : scenario.points()) {
            points.putIfAbsent(point.settings(), points.size());
            point.settings().forEach((pointer, value) -> {
                Map<String, Integer> axis = values.computeIfAbsent(pointer, first -> new HashMap<>());
                axis.putIfAbsent(value, axis.size());
            });
        }
    }

    /** A problem of one run, with the run; one with a value of the sweep has the line of that value, or else of its list. */
    Problem problem(RunPoint point, Problem found) {
        String message = found.message() + " (run " + (point.number() + 1) + ": " + point.label() + ")";
        if (found.line() > 0) {
            return new Problem(found.file(), found.line(), found.pointer(), message);
        }
        Problem place = point.settings().keySet().stream()
                .filter(pointer -> (found.pointer() + "/").startsWith(pointer + "/"))
                .map(pointer -> inSweep(point, pointer))
                .findFirst()
                .orElse(found);
        return new Problem(place.file(), place.line(), found.pointer(), message);
    }

    private Problem inSweep(RunPoint point, String pointer) {
        Map<String, Integer> lines = scenario.source().lines();
        String sweep = "/" + PointKeys.SWEEP.name();
        String listed = JsonPointers.element(sweep, points.get(point.settings()));
        String gridded = "/" + values.get(pointer).get(point.settings().get(pointer));
        return Stream.of(pointer, pointer.replaceFirst("^/variables/", "variables."))
                .flatMap(key -> Stream.of(JsonPointers.member(listed, key), JsonPointers.member(sweep, key) + gridded))
                .filter(lines::containsKey)
                .findFirst()
                .map(place -> scenario.problem(place, ""))
                .orElse(scenario.problem(sweep, ""));
    }
}
