package ganglion.scenario.suite;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.place.ReadDocument;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.RunPoint;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The scenarios to run, of the files that were found, and those that cannot be run.
 *
 * @param cases scenarios to run
 * @param refused scenarios that cannot be read, or have the name of another
 */
public record SuitePlan(List<SuiteCase> cases, List<CaseResult> refused) {

    public SuitePlan {
        cases = List.copyOf(cases);
        refused = List.copyOf(refused);
    }

    /**
     * Reads all files. A file that cannot be read is refused whatever the filter, because its tags are unknown.
     *
     * @param overrides how each is read
     */
    public static SuitePlan of(List<Path> files, CaseFilter filter, ScenarioOverrides overrides) {
        List<SuiteCase> cases = new ArrayList<>();
        Map<Path, List<Problem>> refused = new LinkedHashMap<>();
        Map<String, Path> names = new HashMap<>();
        for (Path file : files) {
            try {
                Scenario scenario = ScenarioFiles.read(file, overrides);
                SuiteCase candidate = SuiteCase.of(file, scenario);
                if (!filter.takes(candidate)) {
                    continue;
                }
                if (scenario.isStudy()) {
                    ScenarioFiles.readWithPoints(file, overrides);
                }
                Path earlier = names.putIfAbsent(scenario.name(), file);
                if (earlier == null) {
                    cases.add(candidate);
                } else {
                    refused.put(file, List.of(sameName(scenario, earlier)));
                }
            } catch (InputException e) {
                refused.put(file, e.problems());
            }
        }
        List<CaseResult> results = new ArrayList<>();
        refused.forEach((file, problems) ->
                results.add(refusal(file, nameOfRefused(file, names, overrides.allowOutsidePaths()), problems)));
        return new SuitePlan(cases, results);
    }

    /** The name in a file if that can be read and no other scenario of the suite has it, else the file as it was found: no two are alike. */
    private static String nameOfRefused(Path file, Map<String, Path> names, boolean allowOutsidePaths) {
        try {
            return ReadDocument.of(file, allowOutsidePaths)
                    .name()
                    .filter(name -> names.putIfAbsent(name, file) == null)
                    .orElse(file.toString());
        } catch (InputException e) {
            return file.toString();
        }
    }

    private static Problem sameName(Scenario scenario, Path earlier) {
        return scenario.problem(
                "/scenario", "found the name \"" + scenario.name() + "\" a second time, first in " + earlier);
    }

    private static CaseResult refusal(Path file, String name, List<Problem> problems) {
        List<String> lines = Problem.lines(problems);
        return new CaseResult(
                file.toString(),
                name,
                List.of(),
                List.of(RunResult.error(RunPoint.ONLY, Status.REFUSED, lines, 0)),
                List.of());
    }
}
