package ganglion.report.chart;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** An axis of a chart: its name, how its values are written, and which of them it spans. Immutable. */
public final class Axis {

    /** Values below this share of the largest are not drawn from zero, because they would be a level line. */
    private static final double FLAT = 0.1;

    /** Values that differ by less than this share of the largest count as one. */
    private static final double LEVEL = 1e-6;

    private static final double ROUNDING = 1e-9;
    private static final int FEWEST_DIGITS = 3;
    private static final int DIGITS_THAT_TELL_DOUBLES_APART = 15;

    private final String name;
    private final Label label;
    private final Range range;
    private final String unit;
    private final List<String> names;
    private final double[] ends;

    private Axis(String name, Label label, Range range, String unit, List<String> names, double... ends) {
        this.name = name;
        this.label = label;
        this.range = range;
        this.unit = unit;
        this.names = List.copyOf(names);
        this.ends = ends;
    }

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

    /**
     * An axis whose values are written in a way of their own.
     *
     * @param name with the unit, unless the labels have one; empty if the title of the chart says it
     */
    public static Axis of(String name, Label label, Range range) {
        return new Axis(name, label, range, "", List.of());
    }

    /** An axis of plain numbers. */
    public static Axis ofNumbers(String name, Range range) {
        return of(name, Axis::number, range);
    }

    /** An axis of whole numbers: marks between two of them have no label. */
    public static Axis ofCounts(String name, Range range) {
        return of(name, (value, digits) -> value == Math.rint(value) ? number(value, digits) : "", range);
    }

    /** An axis of quantities in their base unit. */
    public static Axis of(String name, Dimension dimension, Range range) {
        String unit = dimension.baseUnit();
        return new Axis(name, (value, digits) -> QuantityFormat.format(value, unit, digits), range, unit, List.of());
    }

    /**
     * An axis of things that have names: the value 0 is the first, which is on the left or at the bottom.
     *
     * @param names not empty
     */
    public static Axis ofNames(String name, List<String> names) {
        return new Axis(name, Axis::number, Range.TIGHT, "", names, -0.5, names.size() - 0.5);
    }

    /** An axis of things that have numbers, such as neurons, from 0 at the bottom. @param count at least 1 */
    public static Axis ofNumbered(String name, int count) {
        return ofNames(
                name, IntStream.range(0, count).mapToObj(Integer::toString).toList());
    }

    /** The same axis from one value to another, whatever the values drawn on it. */
    public Axis within(double from, double until) {
        return new Axis(name, label, range, unit, names, from, until);
    }

    /** The same axis without labels, for a chart above another that has them. */
    public Axis bare() {
        return new Axis("", (value, digits) -> "", range, unit, names, ends);
    }

    /** What it shows. */
    String name() {
        return name;
    }

    /** The base unit of quantities; empty for plain numbers. */
    String unit() {
        return unit;
    }

    /** The names of the values 0, 1, ...; empty for numbers. */
    List<String> names() {
        return names;
    }

    boolean isLogarithmic() {
        return range == Range.LOGARITHMIC;
    }

    /** Whether values differ by less than a millionth, so that they are drawn as one. */
    public static boolean isLevel(double lowest, double highest) {
        return !(highest - lowest > LEVEL * Math.max(Math.abs(lowest), Math.abs(highest)));
    }

    /** The scale of values on a line of pixels. */
    Scale scale(double lowest, double highest, double fromPixel, double untilPixel) {
        if (ends.length > 0) {
            return new Scale(ends[0], ends[1], fromPixel, untilPixel, isLogarithmic());
        }
        double from = floor(lowest, highest);
        double until = range == Range.ROUNDED ? ceiling(from, highest) : highest;
        return new Scale(from, until, fromPixel, untilPixel, isLogarithmic());
    }

    /** Whether it may begin above zero where that shows more. */
    boolean leavesOutZero() {
        return ends.length == 0 && (range == Range.READABLE || range == Range.ROUNDED);
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
        double step = Scale.roundAtMost((highest - from) / Scale.FEWEST_STEPS);
        return Math.max(highest, Math.ceil(highest / step - ROUNDING) * step);
    }

    private static double readableFloor(double lowest, double highest) {
        boolean flat = lowest > 0 && highest - lowest < FLAT * highest;
        return flat ? lowest - FLAT * (highest - lowest) : Math.min(0, lowest);
    }

    /** A value on its own. */
    String text(double value) {
        return names.isEmpty() ? label.of(value, FEWEST_DIGITS) : names.get((int) value);
    }

    /** The texts of marks, with as many digits as it takes to tell them apart. */
    List<String> texts(double[] marks) {
        int digits = digits(marks);
        return Arrays.stream(marks).mapToObj(mark -> label.of(mark, digits)).toList();
    }

    /** A value with as many digits as it takes to tell the ends of a range apart. */
    public String textAmong(double value, double lowest, double highest) {
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
