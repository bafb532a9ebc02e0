package ganglion.scenario.suite;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.RunPoint;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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
        List<CaseResult> refused = new ArrayList<>();
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
                    refused.add(refusal(file, candidate.name(), List.of(sameName(scenario, earlier))));
                }
            } catch (InputException e) {
                refused.add(refusal(file, file.getFileName().toString(), e.problems()));
            }
        }
        return new SuitePlan(cases, refused);
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
