package ganglion.scenario.suite;

import ganglion.scenario.model.RunPoint;
import ganglion.scenario.model.Scenario;
import java.nio.file.Path;
import java.util.List;

/**
 * A scenario to be tested.
 *
 * @param file its file, as found
 * @param name its name, unique within the suite
 * @param tags words by which it is selected
 * @param points its runs, at least one
 */
public record SuiteCase(Path file, String name, List<String> tags, List<RunPoint> points) {

    public SuiteCase {
        tags = List.copyOf(tags);
        points = List.copyOf(points);
    }

    /** A case that is run once, or whose runs are not known yet. */
    public SuiteCase(Path file, String name, List<String> tags) {
        this(file, name, tags, List.of(RunPoint.ONLY));
    }

    /** The case of a scenario that was read from a file. */
    public static SuiteCase of(Path file, Scenario scenario) {
        return new SuiteCase(file, scenario.name(), scenario.tags(), scenario.points());
    }
}
