package ganglion.scenario.architecture.broken.two;

import ganglion.scenario.architecture.broken.one.RuleBreaker;

/**
 * Closes the cycle.
 *
 * @param other a type of the package that uses this one
 */
public record Accomplice(RuleBreaker other) {}
