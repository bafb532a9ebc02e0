package ganglion.scenario.run;

import ganglion.scenario.InputException;
import ganglion.scenario.RunProgress;
import ganglion.scenario.RunSettings;
import ganglion.scenario.Scenario;
import ganglion.scenario.ScenarioRun;

/** Runs scenarios. */
public final class ScenarioRunner {

    private ScenarioRunner() {}

    /**
     * Runs a scenario to its end. Long phases report to {@code progress}.
     *
     * @throws InputException if a file that the scenario names cannot be used, or does not fit it
     */
    public static ScenarioRun run(Scenario scenario, RunSettings settings, RunProgress progress) throws InputException {
        throw new UnsupportedOperationException("runs land in the next commits");
    }
}
