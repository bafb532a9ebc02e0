package ganglion.scenario.explore.run;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.place.ReadOptions;
import ganglion.scenario.experiment.format.ExperimentFiles;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.format.SearchFiles;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.trial.Device;
import ganglion.scenario.explore.trial.SpaceCheck;
import ganglion.scenario.explore.trial.Variant;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

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
            List<Problem> problems = ExperimentFiles.validate(
                    search.experiment().resolved(),
                    new ScenarioOverrides(
                            Map.of(),
                            OptionalLong.empty(),
                            List.of(),
                            search.source().outside()));
            if (!problems.isEmpty()) {
                return problems;
            }
            Variant.of(search, Configuration.AS_IT_IS, search.seeds().first(), 0);
            SpaceCheck.check(search);
            return List.of();
        } catch (InputException e) {
            return e.problems();
        }
    }
}
