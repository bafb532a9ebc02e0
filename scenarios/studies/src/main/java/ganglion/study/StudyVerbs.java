package ganglion.study;

import ganglion.cli.verb.Verb;
import ganglion.cli.verb.VerbGroup;
import ganglion.cli.verb.VerbProvider;
import ganglion.study.compose.ComposeCommand;
import java.util.List;

/** Offers {@code ganglion compose}. */
public final class StudyVerbs implements VerbProvider {

    @Override
    public List<Verb> verbs() {
        return List.of(new Verb("compose", VerbGroup.SCENARIOS, call -> new ComposeCommand(call.console())));
    }
}
