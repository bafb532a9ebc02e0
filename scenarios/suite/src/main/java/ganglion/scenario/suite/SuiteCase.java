package ganglion.scenario.suite;

import java.nio.file.Path;
import java.util.List;

/**
 * A scenario to be tested.
 *
 * @param file its file, as found
 * @param name its name, unlike that of any other case of its suite
 * @param tags words that it is chosen by
 */
public record SuiteCase(Path file, String name, List<String> tags) {

    public SuiteCase {
        tags = List.copyOf(tags);
    }
}
