package ganglion.report.session;

import ganglion.documents.OutputException;
import ganglion.report.files.ClaimedPlace;
import ganglion.report.files.OutputFolder;
import ganglion.report.run.RunManifest;
import ganglion.report.suite.StudyFolder;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.suite.CaseResult;
import ganglion.scenario.suite.CaseRunner;
import ganglion.scenario.suite.CaseSettings;
import ganglion.scenario.suite.SuiteCase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Runs a scenario that asks for several runs: as many at once as there are threads, each on one. */
public final class StudySession {

    private final RunSettings machine;
    private final ScenarioOverrides overrides;
    private final boolean keepsRuns;
    private final Function<List<String>, RunManifest> manifests;

    /**
     * A study.
     *
     * @param keepsRuns whether each run leaves a run directory, also where there are many
     * @param manifests the manifest of a run that a command repeats, given the words of the command
     */
    public StudySession(
            RunSettings machine,
            ScenarioOverrides overrides,
            boolean keepsRuns,
            Function<List<String>, RunManifest> manifests) {
        this.machine = machine;
        this.overrides = overrides;
        this.keepsRuns = keepsRuns;
        this.manifests = manifests;
    }

    /**
     * Claims the folder of a study.
     *
     * @param out the folder that the user named; null for a new one below {@code runs/}
     * @param several whether other scenarios are run, too, so that each needs a folder within
     * @param started time for the name of a new folder
     * @throws OutputException if a run directory cannot be written, or another process writes there
     */
    public ClaimedPlace claim(Path out, Scenario scenario, boolean several, Instant started) throws OutputException {
        if (out != null) {
            RunFolders.checkSweep(OutputFolder.of(out, scenario.name(), several, started));
        }
        return ClaimedPlace.within(out, scenario.name(), several, started);
    }

    /**
     * The folder of an earlier sweep, which {@link #run} replaces; empty if there is none.
     *
     * @param place where the results go
     * @throws OutputException if it cannot be read
     */
    public Optional<Path> replaced(ClaimedPlace place) throws OutputException {
        return RunFolders.hasSweep(place.path()) ? Optional.of(place.path()) : Optional.empty();
    }

    /**
     * Runs all points with all seeds, and writes run directories, table and plots.
     *
     * @param place where they go
     * @throws OutputException if a run directory, the table or the plots cannot be written
     */
    public CaseResult run(Scenario scenario, ClaimedPlace place, RunProgress progress) throws OutputException {
        RunFolders.clearSweep(place.path());
        return runClaimed(scenario, place.path(), progress);
    }

    private CaseResult runClaimed(Scenario scenario, Path folder, RunProgress progress) throws OutputException {
        CaseSettings settings = new CaseSettings(
                overrides,
                new RunSettings(machine.neuronsPerActor(), 1),
                machine.threads(),
                false,
                CaseSettings.NO_LIMIT);
        SuiteCase study = SuiteCase.of(Path.of(scenario.source().file()), scenario);
        CaseResult result =
                new CaseRunner(settings, RunFolders.ofSweep(folder, keepsRuns, manifests), progress).run(study);
        try {
            StudyFolder.write(result, folder);
        } catch (IOException e) {
            throw new OutputException(folder, e);
        }
        return result;
    }
}
