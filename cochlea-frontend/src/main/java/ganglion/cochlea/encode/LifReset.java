package ganglion.cochlea.encode;

/**
 * Reset of the membrane potential by a spike. The resets of snnTorch changed their meaning under the same names: up to
 * 2022 the reset acted on the next potential with its input, later on the decayed potential alone. Both are available and
 * give different spikes.
 */
public enum LifReset {
    /** v = 0 at once: the next potential is its input. snnTorch's "zero" since 2022; period 32 at drive 0.15. */
    ZERO,
    /** v = v - threshold at once, so that the decay acts on the rest. snnTorch's "subtract" until 2022. */
    SUBTRACT,
    /** The next potential is 0 as well, its input lost. snnTorch's "zero" until 2022; period 33 at drive 0.15. */
    ZERO_SKIPPING_INPUT,
    /** The threshold is taken off the next potential after its decay. snnTorch's "subtract" since 2022. */
    SUBTRACT_AFTER_DECAY
}
