package ganglion.scenario.suite;

import ganglion.scenario.model.RunPoint;
import ganglion.scenario.result.ScenarioRun;
import java.io.IOException;

/** Keeps what a run gave, such as its run directory. May be called from several threads at once. */
@FunctionalInterface
public interface RunKeeper {

    /** Keeps nothing. */
    RunKeeper NONE = (run, point) -> "";

    /**
     * @param point which run of its scenario it is
     * @return where it is kept, for people and links; empty if nowhere
     * @throws IOException saying in one line why it cannot be kept
     */
    String keep(ScenarioRun run, RunPoint point) throws IOException;
}
