package ganglion.learning.model;

/**
 * The numbers from one to another, both included: where the values of a parameter may lie.
 *
 * @param low the smallest
 * @param high the largest, not below it
 */
public record Span(double low, double high) {

    /** All numbers. */
    public static final Span ANY = new Span(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** From 0 to 1. */
    public static final Span SHARE = new Span(0, 1);

    /** @throws IllegalArgumentException if the numbers are not in order */
    public Span {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "a span goes from " + low + " to " + high + ", expected the smaller number first");
        }
    }

    /** Whether a number lies in it. */
    public boolean contains(double value) {
        return value >= low && value <= high;
    }

    /** The nearest number in it. */
    public double clamp(double value) {
        return Math.max(low, Math.min(high, value));
    }

    /** The number at a share of the way, 0 for the smallest and 1 for the largest. */
    public double at(double share) {
        return low + share * (high - low);
    }

    /** Whether it excludes any number. */
    public boolean bounded() {
        return !equals(ANY);
    }

    /**
     * Refuses a span that is not finite or reaches beyond another.
     *
     * @throws IllegalArgumentException naming it and what was expected
     */
    public void check(String name, Span within) {
        if (!within.contains(low) || !within.contains(high) || !Double.isFinite(low) || !Double.isFinite(high)) {
            throw new IllegalArgumentException("the " + name + " is from " + low + " to " + high
                    + ", expected finite numbers from " + within.low + " to " + within.high);
        }
    }
}
