package ganglion.scenario.format;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.place.ReadDocument;
import ganglion.scenario.model.RunPoint;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks each run of a scenario that asks for several. Its file has been read, and what it says of its runs has been checked with the
 * scenario: thousands of runs are not to be listed anew for each of them.
 */
final class PointCheck {

    private static final String SWEEP = "/" + PointKeys.SWEEP.name();
    private static final String REPEAT = "/" + PointKeys.REPEAT.name();

    private final Path file;
    private final ReadDocument whole;
    private final ReadDocument single;
    private final Scenario scenario;
    private final Set<String> enclosing = new HashSet<>();
    private final boolean computed;

    /** @param document what was read of the file, of which the scenario was made */
    PointCheck(Path file, ReadDocument document, Scenario scenario) {
        this.file = file;
        this.whole = document;
        this.single = document.without(PointKeys.SWEEP.name()).without(PointKeys.REPEAT.name());
        this.scenario = scenario;
        this.computed = hasExpression(document.text(PointKeys.REPEAT.name()))
                || scenario.overrides().settings().entrySet().stream()
                        .anyMatch(set -> isOfRuns(set.getKey()) && hasExpression(set.getValue()));
        scenario.points().stream()
                .flatMap(point -> point.settings().keySet().stream())
                .distinct()
                .forEach(this::addEnclosing);
    }

    private void addEnclosing(String pointer) {
        for (int end = pointer.lastIndexOf('/'); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
            enclosing.add(pointer.substring(0, end));
        }
    }

    /** @throws InputException with the problems of all runs, each with the run and its place in the sweep */
    void check() throws InputException {
        PointPlaces places = new PointPlaces(scenario);
        List<Problem> problems = new ArrayList<>();
        for (RunPoint point : scenario.points()) {
            try {
                check(point);
            } catch (InputException e) {
                e.problems().forEach(problem -> problems.add(places.problem(point, problem)));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    private void check(RunPoint point) throws InputException {
        ScenarioOverrides overrides = scenario.overrides().at(point);
        if (changesRuns(point)) {
            ScenarioFiles.made(file, whole, overrides);
        } else {
            Map<String, String> settings = new LinkedHashMap<>(overrides.settings());
            settings.keySet().removeIf(PointCheck::isOfRuns);
            ScenarioFiles.made(
                    file,
                    single,
                    new ScenarioOverrides(
                            settings, overrides.seed(), overrides.profiles(), overrides.allowOutsidePaths()));
        }
    }

    /**
     * Whether what the scenario says of its runs may not fit it any more: the number of its repeats is computed, or a value around one
     * that is varied is another.
     */
    private boolean changesRuns(RunPoint point) {
        return computed || point.settings().keySet().stream().anyMatch(enclosing::contains);
    }

    private static boolean hasExpression(String text) {
        return text.contains("${");
    }

    private static boolean isOfRuns(String pointer) {
        return (pointer + "/").startsWith(SWEEP + "/") || (pointer + "/").startsWith(REPEAT + "/");
    }
}
