package ganglion.gallery;

import ganglion.cli.verb.Verb;
import ganglion.cli.verb.VerbGroup;
import ganglion.cli.verb.VerbProvider;
import java.util.List;

/** Offers {@code ganglion gallery}. */
public final class GalleryVerb implements VerbProvider {

    @Override
    public List<Verb> verbs() {
        return List.of(new Verb("gallery", VerbGroup.SCENARIOS, call -> new GalleryCommand(call.console())));
    }
}
