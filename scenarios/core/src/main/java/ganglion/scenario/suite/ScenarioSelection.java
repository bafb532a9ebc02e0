package ganglion.scenario.suite;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Which runs a user asks for: scenario files, or one run of each.
 *
 * @param files scenario files
 * @param overrides values that replace those of the files
 * @param point of a sweep or of repeats only this run, from 1; empty for all
 */
public record ScenarioSelection(List<Path> files, ScenarioOverrides overrides, OptionalInt point) {

    /** Takes a copy of the list. */
    public ScenarioSelection {
        files = List.copyOf(files);
    }

    /** Whether a scenario is run as a study, with a run directory per run. */
    public boolean isStudy(Scenario scenario) {
        return point.isEmpty() && scenario.isStudy();
    }

    /**
     * Reads all scenarios and their runs, so that none is run before a mistake in the last is found.
     *
     * @param oneFolder whether the results of all go to one folder, where each needs a name of its own
     * @throws InputException with the problems of all files
     */
    public List<Scenario> read(boolean oneFolder) throws InputException {
        List<Scenario> scenarios = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path file : files) {
            try {
                scenarios.add(read(file));
            } catch (InputException e) {
                problems.addAll(e.problems());
            }
        }
        if (oneFolder) {
            problems.addAll(sameNames(scenarios));
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return scenarios;
    }

    private Scenario read(Path file) throws InputException {
        if (point.isEmpty()) {
            return ScenarioFiles.readWithPoints(file, overrides);
        }
        Scenario scenario = ScenarioFiles.read(file, overrides);
        int runs = scenario.points().size();
        int number = point.getAsInt();
        if (number > runs) {
            throw new InputException("--point", "found " + number + ", expected 1 to " + runs + " for " + file);
        }
        return ScenarioFiles.read(file, overrides.at(scenario.points().get(number - 1)));
    }

    /** Two scenarios of one name would write the same directory, and the second replace the first. */
    private static List<Problem> sameNames(List<Scenario> scenarios) {
        Map<String, Scenario> firstOfName = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            Scenario first = firstOfName.putIfAbsent(scenario.name(), scenario);
            if (first != null) {
                problems.add(scenario.problem(
                        "/scenario",
                        "found the name " + scenario.name() + " a second time, expected another than in "
                                + first.file().getFileName()));
            }
        }
        return problems;
    }
}
