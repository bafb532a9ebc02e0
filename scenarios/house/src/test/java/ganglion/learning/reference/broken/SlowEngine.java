package ganglion.learning.reference.broken;

/** What another engine should not know. */
public record SlowEngine() {}
