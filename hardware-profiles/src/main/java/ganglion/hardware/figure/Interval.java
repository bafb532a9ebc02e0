package ganglion.hardware.figure;

import ganglion.hardware.figure.Figure.FigureKind;

/**
 * The range in which the true value of a figure is believed to lie, in the figure's base unit.
 *
 * @param low lower end, at most {@code high}
 * @param high upper end
 */
public record Interval(double low, double high) {

    /** An assumed figure without an interval is taken to be right within this factor, either way. */
    public static final double FACTOR_OF_ASSUMPTIONS = 2;

    private static final int MOST_DIGITS = 3;

    /** @throws IllegalArgumentException if the ends are in the wrong order or not finite */
    public Interval {
        if (!(low <= high) || !Double.isFinite(low) || !Double.isFinite(high)) {
            throw new IllegalArgumentException("found the interval from " + low + " to " + high
                    + ", expected two finite ends, the lower one first");
        }
    }

    /** An interval of one value, whose error is unknown. */
    public static Interval exactly(double value) {
        return new Interval(value, value);
    }

    /** The known interval of a figure: its own, or that of any assumption, or its value alone. */
    public static Interval of(Figure figure) {
        if (figure.interval().isPresent()) {
            return figure.interval().get();
        }
        return figure.kind() == FigureKind.ASSUMED
                ? new Interval(figure.value() / FACTOR_OF_ASSUMPTIONS, figure.value() * FACTOR_OF_ASSUMPTIONS)
                : exactly(figure.value());
    }

    /** Whether both ends are the same: then the error is unknown, not zero. */
    public boolean isExact() {
        return low == high;
    }

    /** The interval of a sum of two values whose errors may be correlated. */
    public Interval plus(Interval other) {
        return new Interval(low + other.low, high + other.high);
    }

    /** The interval of a value times a number that is not negative. */
    public Interval times(double factor) {
        return new Interval(low * factor, high * factor);
    }

    /**
     * Significant digits that a value may be shown with, 1 to 3: as many as leave the last one not smaller than a tenth of
     * the interval's half width.
     */
    public int significantDigits() {
        double middle = Math.max(Math.abs(low), Math.abs(high));
        double halfWidth = (high - low) / 2;
        if (halfWidth == 0 || middle == 0) {
            return MOST_DIGITS;
        }
        int digits = 1 + (int) Math.floor(Math.log10(middle / halfWidth));
        return Math.max(1, Math.min(MOST_DIGITS, digits));
    }
}
