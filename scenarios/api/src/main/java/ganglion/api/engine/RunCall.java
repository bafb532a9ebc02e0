package ganglion.api.engine;

import ganglion.api.document.TemporaryFolder;
import ganglion.documents.InputException;
import ganglion.scenario.bind.NamedFiles;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.record.Recorder;
import ganglion.scenario.result.Checkpoints;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.RunStorage;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.ScenarioRunner;
import java.io.IOException;
import java.util.Optional;

/**
 * A run that is over.
 *
 * @param scenario what ran
 * @param run its result
 * @param recordings where probes wrote, which is kept as long as this; empty without probes
 */
public record RunCall(ScenarioHandle scenario, ScenarioRun run, Optional<TemporaryFolder> recordings) {

    /**
     * Runs a scenario.
     *
     * @throws InputException if a file that the scenario names cannot be used
     * @throws IOException if what probes see cannot be written
     */
    public static RunCall of(ScenarioHandle scenario, RunSettings settings, RunProgress progress)
            throws InputException, IOException {
        Scenario content = scenario.scenario();
        try {
            NamedFiles.checkRasters(content);
            return run(scenario, content, settings, progress);
        } catch (InputException e) {
            throw scenario.withoutFolder(e);
        }
    }

    private static RunCall run(ScenarioHandle scenario, Scenario content, RunSettings settings, RunProgress progress)
            throws InputException, IOException {
        Optional<TemporaryFolder> recordings =
                Recorder.isNeeded(content) ? Optional.of(TemporaryFolder.create("recording")) : Optional.empty();
        RunStorage storage = new RunStorage(Checkpoints.NONE, recordings.map(TemporaryFolder::path));
        return new RunCall(scenario, ScenarioRunner.run(content, settings, storage, progress), recordings);
    }
}
