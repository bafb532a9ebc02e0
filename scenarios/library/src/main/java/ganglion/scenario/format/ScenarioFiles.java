package ganglion.scenario.format;

import ganglion.scenario.InputException;
import ganglion.scenario.Problem;
import ganglion.scenario.Scenario;
import ganglion.scenario.ScenarioOverrides;
import java.nio.file.Path;
import java.util.List;

/** Reads and validates scenario files. */
public final class ScenarioFiles {

    private ScenarioFiles() {}

    /**
     * Reads a scenario.
     *
     * @throws InputException with every problem of the file that was found
     */
    public static Scenario read(Path file, ScenarioOverrides overrides) throws InputException {
        throw new UnsupportedOperationException("reading lands in the next commits");
    }

    /** The JSON Schema of scenario files. */
    public static String schema() {
        throw new UnsupportedOperationException("the schema lands in the next commits");
    }

    /** What is wrong with a scenario and the weights, spikes and rasters that it names; empty if nothing is. */
    public static List<Problem> validate(Path file) {
        throw new UnsupportedOperationException("validation lands in the next commits");
    }
}
