package ganglion.report.broken;

import ganglion.kernel.broken.BreaksImportRules;

/**
 * The other half of a cycle.
 *
 * @param broken the first half
 */
public record AlsoBreaksImportRules(BreaksImportRules broken) {}
