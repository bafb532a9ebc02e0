package ganglion.kernel.connectivity;

/**
 * The populations that a projection joins. A rule knows nothing of neurons but how many there are, and whether both
 * ends are the same: the same rule draws the same pairs whatever the neurons do.
 *
 * @param sourceSize number of source neurons
 * @param targetSize number of target neurons
 * @param recurrent whether both are the same population, so that a neuron can be joined to itself
 */
public record Ends(int sourceSize, int targetSize, boolean recurrent) {

    /** @throws IllegalArgumentException if a size is negative, or sizes of one population differ */
    public Ends {
        if (sourceSize < 0 || targetSize < 0) {
            throw new IllegalArgumentException(
                    "a population cannot have " + Math.min(sourceSize, targetSize) + " neurons");
        }
        if (recurrent && sourceSize != targetSize) {
            throw new IllegalArgumentException(
                    "one population cannot have both " + sourceSize + " and " + targetSize + " neurons");
        }
    }

    /** Two different populations. */
    public static Ends of(int sourceSize, int targetSize) {
        return new Ends(sourceSize, targetSize, false);
    }

    /** One population, joined to itself. */
    public static Ends recurrent(int size) {
        return new Ends(size, size, true);
    }
}
