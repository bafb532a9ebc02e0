package ganglion.cli.verb;

import java.util.List;

/**
 * Offers the commands of a module. The command line finds a provider by {@link java.util.ServiceLoader}, so the module names it in
 * {@code META-INF/services/ganglion.cli.verb.VerbProvider}. A provider has a public constructor without parameters, which does no work.
 */
public interface VerbProvider {

    /** The commands of the module, in the order in which the help text lists them within their group. */
    List<Verb> verbs();
}
