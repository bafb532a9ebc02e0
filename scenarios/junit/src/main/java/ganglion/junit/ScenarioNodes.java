package ganglion.junit;

import ganglion.documents.InputException;
import ganglion.report.files.IfExists;
import ganglion.report.run.RunDirectory;
import ganglion.report.run.RunManifest;
import ganglion.scenario.model.RunPoint;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.ExpectationOutcome;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.suite.CaseFilter;
import ganglion.scenario.suite.CaseResult;
import ganglion.scenario.suite.CaseRunner;
import ganglion.scenario.suite.CaseSettings;
import ganglion.scenario.suite.RunResult;
import ganglion.scenario.suite.ScenarioFinder;
import ganglion.scenario.suite.Status;
import ganglion.scenario.suite.SuiteCase;
import ganglion.scenario.suite.SuitePlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;

/** Turns scenarios into dynamic tests. */
final class ScenarioNodes {

    private final Scenarios chosen;
    private final Path reports;

    ScenarioNodes(Scenarios chosen) {
        this.chosen = chosen;
        this.reports = Path.of(chosen.reports());
    }

    Stream<DynamicNode> all() {
        SuitePlan plan = plan();
        Stream<DynamicNode> refused = plan.refused().stream().map(this::container);
        Stream<DynamicNode> cases = plan.cases().stream().map(this::container);
        return Stream.concat(refused, cases);
    }

    private SuitePlan plan() {
        List<Path> paths = Arrays.stream(chosen.value()).map(Path::of).toList();
        try {
            List<Path> files = ScenarioFinder.find(paths);
            if (files.isEmpty()) {
                throw new IllegalStateException("there are no scenarios in " + paths);
            }
            CaseFilter filter = new CaseFilter(List.of(chosen.tags()), List.of(chosen.excludedTags()), List.of());
            return SuitePlan.of(files, filter, ScenarioOverrides.NONE);
        } catch (InputException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** The scenario runs when JUnit asks for the content of the container. */
    private DynamicContainer container(SuiteCase test) {
        Stream<DynamicNode> tests = Stream.of(test)
                .map(each -> new CaseRunner(CaseSettings.defaults(), this::keep).run(each))
                .flatMap(result -> tests(result).stream());
        return DynamicContainer.dynamicContainer(test.name(), test.file().toUri(), tests);
    }

    private DynamicContainer container(CaseResult result) {
        return DynamicContainer.dynamicContainer(
                result.name(), Path.of(result.file()).toUri(), tests(result).stream());
    }

    private String keep(ScenarioRun run, RunPoint point) throws IOException {
        Path target = reports.resolve(run.scenario().name());
        if (run.scenario().isStudy()) {
            target = target.resolve(String.format(Locale.ROOT, "%04d", point.number() + 1));
        }
        RunManifest manifest = new RunManifest(
                "as a library",
                List.of("ganglion", "run", run.scenario().source().file()),
                Instant.now());
        RunDirectory.write(run, target, manifest, IfExists.REPLACE, List.of());
        return target.resolve("report.html").toAbsolutePath().toUri().toString();
    }

    private static List<DynamicNode> tests(CaseResult result) {
        List<DynamicNode> tests = new ArrayList<>();
        for (RunResult run : result.runs()) {
            String prefix = run.label().isEmpty() ? "" : run.label() + ": ";
            for (ExpectationOutcome outcome : run.outcomes()) {
                tests.add(DynamicTest.dynamicTest(prefix + outcome.text(), () -> check(outcome, result, run)));
            }
            if (run.outcomes().isEmpty() || run.status().isError()) {
                tests.add(DynamicTest.dynamicTest(prefix + "runs", () -> check(run)));
            }
        }
        return tests;
    }

    private static void check(ExpectationOutcome outcome, CaseResult result, RunResult run) {
        if (!outcome.passed()) {
            String message = outcome.text() + ": found " + outcome.found() + ", expected " + outcome.expected() + " ("
                    + result.file() + ": " + outcome.pointer() + "; report: " + run.report() + ")";
            throw new AssertionFailedError(message, outcome.expected(), outcome.found());
        }
    }

    private static void check(RunResult run) {
        if (run.status() != Status.PASSED) {
            throw new AssertionFailedError(run.status().word() + ": " + String.join("; ", run.messages()));
        }
    }
}
