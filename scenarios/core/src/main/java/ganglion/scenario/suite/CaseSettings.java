package ganglion.scenario.suite;

import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunSettings;
import java.time.Duration;

/**
 * How scenarios are run as tests.
 *
 * @param overrides how each file is read
 * @param machine threads of a run
 * @param parallelRuns runs of one scenario at the same time, at least 1
 * @param update whether golden rasters are rewritten before they are checked
 * @param limit the longest that a run may take; it is stopped after that
 */
public record CaseSettings(
        ScenarioOverrides overrides, RunSettings machine, int parallelRuns, boolean update, Duration limit) {

    /** No limit that a run of a century would reach. */
    public static final Duration NO_LIMIT = Duration.ofDays(36_500);

    /** @throws IllegalArgumentException if the number of parallel runs is below 1 */
    public CaseSettings {
        if (parallelRuns < 1) {
            throw new IllegalArgumentException("at least 1 run goes on at a time, not " + parallelRuns);
        }
    }

    /** One run after the other. */
    public static CaseSettings defaults() {
        return new CaseSettings(ScenarioOverrides.NONE, RunSettings.ofThisMachine(), 1, false, NO_LIMIT);
    }
}
