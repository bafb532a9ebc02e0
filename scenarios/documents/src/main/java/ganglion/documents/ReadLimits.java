package ganglion.documents;

/**
 * How much of a stranger's document is read before it is refused.
 *
 * @param bytes largest file
 * @param values most values in the tree, with those that aliases repeat
 * @param depth deepest nesting of objects and arrays
 */
public record ReadLimits(int bytes, int values, int depth) {

    /** Generous for anything written by hand, and harmless to hold in memory: 16 MiB, a million values, 64 levels. */
    public static final ReadLimits DEFAULT = new ReadLimits(1 << 24, 1_000_000, 64);

    /** @throws IllegalArgumentException if a limit is below one */
    public ReadLimits {
        if (bytes < 1 || values < 1 || depth < 1) {
            throw new IllegalArgumentException("limits are at least one");
        }
    }
}
