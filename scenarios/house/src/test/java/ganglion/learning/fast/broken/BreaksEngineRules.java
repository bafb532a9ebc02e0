package ganglion.learning.fast.broken;

import ganglion.learning.reference.broken.SlowEngine;

/**
 * An engine that knows another.
 *
 * @param other the other one
 */
public record BreaksEngineRules(SlowEngine other) {}
