package ganglion.cli.verb;

import ganglion.documents.Problem;
import ganglion.documents.place.DocumentKind;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Offers the commands of a module. The command line finds a provider by {@link java.util.ServiceLoader}, so the module names it in
 * {@code META-INF/services/ganglion.cli.verb.VerbProvider}. A provider has a public constructor without parameters, which does no work.
 */
public interface VerbProvider {

    /** The commands of the module, in the order in which the help text lists them within their group. */
    List<Verb> verbs();

    /** Checks of documents that the module reads and others do not, for {@code ganglion validate}; none unless it says so. */
    default Map<DocumentKind, DocumentCheck> checks() {
        return Map.of();
    }

    /** A check of a document. */
    interface DocumentCheck {

        /** What is wrong with a file; empty if nothing is. @param overrides what the command line sets */
        List<Problem> problems(Path file, ScenarioOverrides overrides);
    }
}
