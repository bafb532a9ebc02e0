package ganglion.report.chart;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * An axis of a chart.
 *
 * @param name what it shows; with the unit, unless the labels have one; empty if the title of the chart says it
 * @param label text of a value
 * @param range which values it spans
 */
public record Axis(String name, Label label, Range range) {

    /** Values below this share of the largest are not drawn from zero, because they would be a level line. */
    private static final double FLAT = 0.1;

    /** Values that differ by less than this share of the largest count as one. */
    private static final double LEVEL = 1e-6;

    private static final double ROUNDING = 1e-9;
    private static final int FEWEST_DIGITS = 3;
    private static final int DIGITS_THAT_TELL_DOUBLES_APART = 15;

    /** How values are written. */
    @FunctionalInterface
    public interface Label {

        /** The text of a value. @param digits most significant digits, at least 1 */
        String of(double value, int digits);
    }

    /** Which values an axis spans, and how they lie on it. */
    public enum Range {
        /** From the smallest value to the largest. */
        TIGHT,
        /** From zero, unless that makes values that vary a level line. */
        READABLE,
        /** The same, but to the next round number, so that the last mark is never below the data. */
        ROUNDED,
        /** From zero or the smallest value, if that is negative. */
        FROM_ZERO,
        /** From the smallest value, which must be positive, to the largest; equal ratios are equally far apart. */
        LOGARITHMIC
    }

    /** An axis of plain numbers. */
    public static Axis ofNumbers(String name, Range range) {
        return new Axis(name, Axis::number, range);
    }

    /** An axis of whole numbers: marks between two of them have no label. */
    public static Axis ofCounts(String name, Range range) {
        return new Axis(name, (value, digits) -> value == Math.rint(value) ? number(value, digits) : "", range);
    }

    /** An axis of quantities in their base unit. */
    public static Axis of(String name, Dimension dimension, Range range) {
        return new Axis(name, (value, digits) -> QuantityFormat.format(value, dimension.baseUnit(), digits), range);
    }

    /** Whether values differ by less than a millionth, so that they are drawn as one. */
    public static boolean isLevel(double lowest, double highest) {
        return !(highest - lowest > LEVEL * Math.max(Math.abs(lowest), Math.abs(highest)));
    }

    /** The scale of values on a line of pixels. */
    Scale scale(double lowest, double highest, double fromPixel, double untilPixel) {
        double from = floor(lowest, highest);
        double until = range == Range.ROUNDED ? ceiling(from, highest) : highest;
        return new Scale(from, until, fromPixel, untilPixel, range == Range.LOGARITHMIC);
    }

    /** Whether it may begin above zero where that shows more. */
    boolean leavesOutZero() {
        return range == Range.READABLE || range == Range.ROUNDED;
    }

    private double floor(double lowest, double highest) {
        return switch (range) {
            case TIGHT, LOGARITHMIC -> lowest;
            case READABLE, ROUNDED -> readableFloor(lowest, highest);
            case FROM_ZERO -> Math.min(0, lowest);
        };
    }

    private static double ceiling(double from, double highest) {
        if (!(highest > from)) {
            return highest;
        }
        double step = RoundNumber.atMost((highest - from) / Scale.FEWEST_STEPS);
        return Math.max(highest, Math.ceil(highest / step - ROUNDING) * step);
    }

    private static double readableFloor(double lowest, double highest) {
        boolean flat = lowest > 0 && highest - lowest < FLAT * highest;
        return flat ? lowest - FLAT * (highest - lowest) : Math.min(0, lowest);
    }

    /** A value on its own. */
    String text(double value) {
        return label.of(value, FEWEST_DIGITS);
    }

    /** The texts of marks, with as many digits as it takes to tell them apart. */
    List<String> texts(double[] marks) {
        int digits = digits(marks);
        return Arrays.stream(marks).mapToObj(mark -> label.of(mark, digits)).toList();
    }

    /** A value with as many digits as it takes to tell the ends of a range apart. */
    String textAmong(double value, double lowest, double highest) {
        return label.of(value, digits(lowest == highest ? new double[] {lowest} : new double[] {lowest, highest}));
    }

    private int digits(double[] marks) {
        int digits = FEWEST_DIGITS;
        while (digits < DIGITS_THAT_TELL_DOUBLES_APART && !areDistinct(marks, digits)) {
            digits++;
        }
        return digits;
    }

    private boolean areDistinct(double[] marks, int digits) {
        return Arrays.stream(marks)
                        .mapToObj(mark -> label.of(mark, digits))
                        .distinct()
                        .count()
                == marks.length;
    }

    private static String number(double value, int digits) {
        return Math.abs(value) >= 1e-3 && Math.abs(value) < 1e5 || value == 0
                ? QuantityFormat.format(value, "", digits)
                : String.format(Locale.ROOT, "%." + (digits - 1) + "g", value);
    }
}
