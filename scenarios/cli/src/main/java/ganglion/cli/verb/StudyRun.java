package ganglion.cli.verb;

import com.fasterxml.jackson.databind.node.ArrayNode;
import ganglion.cli.print.Marks;
import ganglion.cli.print.SuiteSummary;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.FaultReport;
import ganglion.cli.terminal.OutputException;
import ganglion.cli.terminal.ProgressLine;
import ganglion.cli.terminal.RunFolders;
import ganglion.cli.terminal.StopSignal;
import ganglion.report.suite.SuiteFolder;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.suite.CaseResult;
import ganglion.scenario.suite.CaseRunner;
import ganglion.scenario.suite.CaseSettings;
import ganglion.scenario.suite.CaseSettings.Again;
import ganglion.scenario.suite.ResultJson;
import ganglion.scenario.suite.Status;
import ganglion.scenario.suite.SuiteCase;
import ganglion.scenario.suite.SuiteResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs a scenario that asks for several runs: as many at once as there are threads. */
final class StudyRun {

    private final Console console;
    private final FaultReport faults;
    private final StopSignal stop;
    private final RunSettings machine;
    private final ScenarioOverrides overrides;

    StudyRun(Console console, FaultReport faults, StopSignal stop, RunSettings machine, ScenarioOverrides overrides) {
        this.console = console;
        this.faults = faults;
        this.stop = stop;
        this.machine = machine;
        this.overrides = overrides;
    }

    /**
     * Runs all and writes run directories, table and plots.
     *
     * @param documents where the result goes as JSON; null to print a summary
     */
    ExitCode run(Scenario scenario, Path folder, ArrayNode documents) {
        CaseSettings settings = new CaseSettings(
                overrides, new RunSettings(machine.neuronsPerActor(), 1), machine.threads(), Again.NEVER, false);
        SuiteCase study = new SuiteCase(Path.of(scenario.source().file()), scenario.name(), scenario.tags());
        CaseResult result;
        try (ProgressLine progress = new ProgressLine(console, stop, scenario.name())) {
            result = new CaseRunner(settings, RunFolders.ofSweep(folder), progress).run(study);
        }
        try {
            SuiteFolder.writeStudy(result, folder);
        } catch (IOException e) {
            return faults.tell(new OutputException(folder.toString(), e));
        }
        if (documents != null) {
            documents.add(ResultJson.of(result));
            result.runs().stream().flatMap(run -> run.messages().stream()).forEach(console::errorLine);
        } else {
            SuiteResult alone = new SuiteResult(List.of(result), result.seconds());
            new SuiteSummary(alone, new Marks(console.outColoured()))
                    .print(console, folder.resolve("sweep.html"), false);
        }
        return exitCode(result.status());
    }

    /** The exit code that a status deserves. */
    static ExitCode exitCode(Status status) {
        return switch (status) {
            case PASSED -> ExitCode.FINE;
            case FAILED -> ExitCode.EXPECTATION_FAILED;
            case REFUSED, ABORTED -> ExitCode.BAD_INPUT;
            case FAULT -> ExitCode.OUR_FAULT;
        };
    }
}
