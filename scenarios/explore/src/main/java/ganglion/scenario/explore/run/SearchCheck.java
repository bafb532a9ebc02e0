package ganglion.scenario.explore.run;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.place.ReadOptions;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.format.SearchFiles;
import ganglion.scenario.explore.trial.Device;
import ganglion.scenario.explore.trial.SpaceCheck;
import java.nio.file.Path;
import java.util.List;

/** What a search would refuse before it hears or trains anything. */
public final class SearchCheck {

    private SearchCheck() {}

    /**
     * The problems of a search document, of its devices, of its experiment, and of what varies in it; empty if there are none.
     *
     * @param options what the command line sets in the document
     */
    public static List<Problem> problems(Path file, ReadOptions options) {
        try {
            Search search = SearchFiles.read(file, options);
            Device.all(search.goal().devices(), search.file());
            SpaceCheck.check(search);
            return List.of();
        } catch (InputException e) {
            return e.problems();
        }
    }
}
