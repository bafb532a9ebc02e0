package ganglion.scenario.explore.verb;

import ganglion.cli.verb.Verb;
import ganglion.cli.verb.VerbGroup;
import ganglion.cli.verb.VerbProvider;
import ganglion.documents.place.DocumentKind;
import ganglion.scenario.explore.run.SearchCheck;
import java.util.List;
import java.util.Map;

/** Offers {@code ganglion explore}, and checks of search documents. */
public final class ExploreVerbs implements VerbProvider {

    @Override
    public List<Verb> verbs() {
        return List.of(new Verb("explore", VerbGroup.MODELS, call -> new ExploreCommand(call.console(), call.stop())));
    }

    @Override
    public Map<DocumentKind, DocumentCheck> checks() {
        return Map.of(DocumentKind.SEARCH, (file, overrides) -> SearchCheck.problems(file, overrides.reading()));
    }
}
