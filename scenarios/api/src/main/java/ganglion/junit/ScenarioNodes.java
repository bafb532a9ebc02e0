package ganglion.junit;

import ganglion.documents.InputException;
import ganglion.report.files.IfExists;
import ganglion.report.run.RunDirectory;
import ganglion.report.run.RunManifest;
import ganglion.report.session.QuietLog;
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
        QuietLog.prepare();
        SuitePlan plan = plan();
        Stream<DynamicNode> refused = plan.refused().stream().map(ScenarioNodes::container);
        Stream<DynamicNode> cases = plan.cases().stream().map(this::container);
        return Stream.concat(refused, cases);
    }

    private SuitePlan plan() {
        List<Path> paths = Arrays.stream(chosen.value()).map(Path::of).toList();
        try {
            List<Path> files = ScenarioFinder.find(paths);
            if (files.isEmpty()) {
                throw oneLine(new IllegalStateException("there are no scenarios in " + paths));
            }
            CaseFilter filter = new CaseFilter(List.of(chosen.tags()), List.of(chosen.excludedTags()), List.of());
            return SuitePlan.of(files, filter, ScenarioOverrides.NONE);
        } catch (InputException e) {
            throw oneLine(new IllegalStateException(e.getMessage()));
        }
    }

    /** The scenario runs when JUnit asks for the content of the container. */
    private DynamicContainer container(SuiteCase test) {
        Stream<DynamicNode> tests = Stream.of(test)
                .map(each -> new CaseRunner(CaseSettings.defaults(), this::keep).run(each))
                .flatMap(result -> tests(result, result.name()).stream());
        return DynamicContainer.dynamicContainer(test.name(), test.file().toUri(), tests);
    }

    /** A scenario that is refused, because it cannot be read or has the name of another, is named by its file. */
    private static DynamicContainer container(CaseResult refused) {
        return DynamicContainer.dynamicContainer(
                refused.name(), Path.of(refused.file()).toUri(), tests(refused, refused.file()).stream());
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
        RunDirectory.write(run, target, manifest, IfExists.REPLACE);
        return target.resolve("report.html").toAbsolutePath().toUri().toString();
    }

    /** @param scenario what their names begin with: build tools list tests without the containers that they are in */
    private static List<DynamicNode> tests(CaseResult result, String scenario) {
        List<DynamicNode> tests = new ArrayList<>();
        for (RunResult run : result.runs()) {
            String prefix = scenario + ": " + (run.label().isEmpty() ? "" : run.label() + ": ");
            for (ExpectationOutcome outcome : run.outcomes()) {
                String name = prefix + outcome.text() + " (" + outcome.pointer() + ")";
                tests.add(DynamicTest.dynamicTest(name, () -> check(outcome, result, run)));
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
            throw oneLine(new AssertionFailedError(message, outcome.expected(), outcome.found()));
        }
    }

    private static void check(RunResult run) {
        if (run.status() != Status.PASSED) {
            String message = run.status().word() + ": " + String.join("; ", run.messages());
            String report = run.report().isEmpty() ? "" : " (report: " + run.report() + ")";
            throw oneLine(new AssertionFailedError(message + report));
        }
    }

    /** The failure without its stack trace, which would name lines of JUnit and of Ganglion only: the message says all. */
    static <T extends Throwable> T oneLine(T failure) {
        failure.setStackTrace(new StackTraceElement[0]);
        return failure;
    }
}
