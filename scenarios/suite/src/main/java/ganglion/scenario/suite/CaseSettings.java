package ganglion.scenario.suite;

import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunSettings;

/**
 * How scenarios are run as tests.
 *
 * @param overrides how each file is read
 * @param machine threads of a run
 * @param parallelRuns runs of one scenario that go on at once, at least 1
 * @param again when a run is done a second time, and held against the first
 * @param update whether golden rasters are rewritten instead of being checked
 */
public record CaseSettings(
        ScenarioOverrides overrides, RunSettings machine, int parallelRuns, Again again, boolean update) {

    /** When a run is done a second time. */
    public enum Again {
        /** Never. */
        NEVER,
        /** Where the first took less than a second. */
        CHEAP,
        /** Always. */
        ALWAYS
    }

    /** @throws IllegalArgumentException if no run goes on at all */
    public CaseSettings {
        if (parallelRuns < 1) {
            throw new IllegalArgumentException("at least 1 run goes on at a time, not " + parallelRuns);
        }
    }

    /** One run after the other, again where that is cheap. */
    public static CaseSettings usual() {
        return new CaseSettings(ScenarioOverrides.NONE, RunSettings.ofThisMachine(), 1, Again.CHEAP, false);
    }

    boolean runsAgain(double firstSeconds) {
        return again == Again.ALWAYS || again == Again.CHEAP && firstSeconds < 1;
    }
}
