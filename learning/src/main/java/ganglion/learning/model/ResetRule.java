package ganglion.learning.model;

/** Effect of a spike on the potential. */
public enum ResetRule {
    /** The threshold is subtracted. */
    SUBTRACT,
    /**
     * The potential is set to zero. With a delayed reset, {@link Dynamics#LEAKY} neurons without recurrence keep the input
     * of that tick, all others lose it, as in snnTorch.
     */
    ZERO,
    /** Nothing. */
    NONE
}
