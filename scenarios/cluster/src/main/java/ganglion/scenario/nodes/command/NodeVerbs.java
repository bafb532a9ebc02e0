package ganglion.scenario.nodes.command;

import ganglion.cli.verb.Verb;
import ganglion.cli.verb.VerbGroup;
import ganglion.cli.verb.VerbProvider;
import java.util.List;

/** Offers {@code ganglion node}. */
public final class NodeVerbs implements VerbProvider {

    @Override
    public List<Verb> verbs() {
        return List.of(new Verb(NodeCommand.NAME, VerbGroup.MACHINE, call -> new NodeCommand(call.console())));
    }
}
