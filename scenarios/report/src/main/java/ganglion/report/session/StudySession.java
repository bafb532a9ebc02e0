package ganglion.report.session;

import ganglion.documents.OutputException;
import ganglion.documents.output.PlaceClaim;
import ganglion.report.run.RunManifest;
import ganglion.report.suite.SuiteFolder;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.suite.CaseResult;
import ganglion.scenario.suite.CaseRunner;
import ganglion.scenario.suite.CaseSettings;
import ganglion.scenario.suite.CaseSettings.Again;
import ganglion.scenario.suite.SuiteCase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Runs a scenario that asks for several runs: as many at once as there are threads, each on one. */
public final class StudySession {

    private final RunSettings machine;
    private final ScenarioOverrides overrides;
    private final Function<List<String>, RunManifest> manifests;

    /** @param manifests the manifest of a run that a command repeats, given the words of the command */
    public StudySession(
            RunSettings machine, ScenarioOverrides overrides, Function<List<String>, RunManifest> manifests) {
        this.machine = machine;
        this.overrides = overrides;
        this.manifests = manifests;
    }

    /**
     * Runs all points with all seeds, and writes run directories, table and plots.
     *
     * @param folder where they go
     * @throws OutputException if a run directory, the table or the plots cannot be written, or another process writes there
     */
    public CaseResult run(Scenario scenario, Path folder, RunProgress progress) throws OutputException {
        RunFolders.checkSweep(folder);
        PlaceClaim claim = PlaceClaim.within(folder);
        try (claim) {
            RunFolders.clearSweep(folder);
            return runClaimed(scenario, folder, progress);
        }
    }

    private CaseResult runClaimed(Scenario scenario, Path folder, RunProgress progress) throws OutputException {
        CaseSettings settings = new CaseSettings(
                overrides, new RunSettings(machine.neuronsPerActor(), 1), machine.threads(), Again.NEVER, false);
        SuiteCase study = SuiteCase.of(Path.of(scenario.source().file()), scenario);
        CaseResult result = new CaseRunner(settings, RunFolders.ofSweep(folder, manifests), progress).run(study);
        try {
            SuiteFolder.writeStudy(result, folder);
        } catch (IOException e) {
            throw new OutputException(folder.toString(), e);
        }
        return result;
    }
}
