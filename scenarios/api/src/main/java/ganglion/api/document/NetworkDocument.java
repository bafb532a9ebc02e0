package ganglion.api.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A scenario document of a network that was built in code.
 *
 * @param root the document
 * @param arrays the folder with the files that it names; empty if there are no long arrays
 */
public record NetworkDocument(ObjectNode root, Optional<TemporaryFolder> arrays) {}
