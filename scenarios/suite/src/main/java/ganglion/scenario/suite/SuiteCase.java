package ganglion.scenario.suite;

import java.nio.file.Path;
import java.util.List;

/**
 * A scenario to be tested.
 *
 * @param file its file, as found
 * @param name its name, unique within the suite
 * @param tags words by which it is selected
 */
public record SuiteCase(Path file, String name, List<String> tags) {

    public SuiteCase {
        tags = List.copyOf(tags);
    }
}
