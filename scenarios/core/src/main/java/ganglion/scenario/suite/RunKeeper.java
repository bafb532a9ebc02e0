package ganglion.scenario.suite;

import ganglion.scenario.model.RunPoint;
import ganglion.scenario.result.ScenarioRun;
import java.io.IOException;

/** Stores the result of a run, for example as a run directory. Called from several threads at the same time. */
@FunctionalInterface
public interface RunKeeper {

    /** Stores nothing. */
    RunKeeper NONE = (run, point) -> "";

    /**
     * @param point which run of its scenario it is
     * @return where it is stored, human-readable and for links; empty if nowhere
     * @throws IOException saying in one line why it cannot be stored
     */
    String keep(ScenarioRun run, RunPoint point) throws IOException;
}
