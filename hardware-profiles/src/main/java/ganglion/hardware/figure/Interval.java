package ganglion.hardware.figure;

/**
 * The range that the true value of a figure is believed to lie in, in the figure's base unit.
 *
 * @param low lower end, at most {@code high}
 * @param high upper end
 */
public record Interval(double low, double high) {

    /** @throws IllegalArgumentException if the ends are in the wrong order or not finite */
    public Interval {
        if (!(low <= high) || !Double.isFinite(low) || !Double.isFinite(high)) {
            throw new IllegalArgumentException("found the interval from " + low + " to " + high
                    + ", expected two finite ends, the lower one first");
        }
    }
}
