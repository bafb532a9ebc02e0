package ganglion.learning.train;

/** What to do about classes with more samples than others. */
public enum ClassBalance {
    /** Nothing: each sample once per epoch. */
    NONE,
    /** Samples of the smaller classes come several times per epoch, so that all classes come equally often. */
    REPEAT_FEW,
    /** Samples of the larger classes are left out, others in each epoch, so that all classes come equally often. */
    OMIT_MANY
}
