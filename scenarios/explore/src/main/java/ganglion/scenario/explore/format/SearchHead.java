package ganglion.scenario.explore.format;

import java.nio.file.Path;

/**
 * How a document was asked for.
 *
 * @param file the document, absolute
 * @param outside whether paths may lead out of its folder
 */
record SearchHead(Path file, boolean outside) {}
