package ganglion.live.command;

import ganglion.cli.verb.Verb;
import ganglion.cli.verb.VerbGroup;
import ganglion.cli.verb.VerbProvider;
import java.util.List;

/** Offers {@code ganglion live}. */
public final class LiveVerbs implements VerbProvider {

    @Override
    public List<Verb> verbs() {
        return List.of(new Verb("live", VerbGroup.SCENARIOS, call -> new LiveCommand(call.console(), call.stop())));
    }
}
