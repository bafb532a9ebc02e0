package ganglion.report.suite;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.report.chart.Axis;
import ganglion.scenario.suite.StudyPoint;
import ganglion.scenario.suite.StudyPoint.Statistics;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the pages of a sweep write the values of a figure: with unit and prefix, where the name of its column ends with a unit.
 *
 * @param name without the unit
 * @param dimension what it measures; empty for a plain number
 */
record SweepFigure(String name, Optional<Dimension> dimension) {

    private static final int DIGITS = 5;
    private static final int DEVIATION_DIGITS = 2;
    private static final Pattern WITH_UNIT = Pattern.compile("(.*) \\(([A-Za-z]+)\\)");

    /** The figure of a column, such as {@code rate of out (Hz)}. */
    static SweepFigure of(String column) {
        Matcher unit = WITH_UNIT.matcher(column);
        Optional<Dimension> dimension = unit.matches()
                ? Arrays.stream(Dimension.values())
                        .filter(one -> one.baseUnit().equals(unit.group(2)))
                        .findFirst()
                : Optional.empty();
        return new SweepFigure(dimension.isPresent() ? unit.group(1) : column, dimension);
    }

    /** An axis without a name, whose marks have the unit. */
    Axis axis(Axis.Range range) {
        return dimension.map(it -> Axis.of("", it, range)).orElseGet(() -> Axis.ofNumbers("", range));
    }

    /** A value, with its unit. */
    String text(double value) {
        return text(value, DIGITS);
    }

    /**
     * The mean over the runs of a point, with their standard deviation where several have a value, and how many have one where not
     * all do; empty without a value.
     */
    String text(StudyPoint point, Statistics statistics) {
        if (statistics == null) {
            return "";
        }
        String of = statistics.runs() < point.runs() ? ", " + statistics.runs() + " of " + point.runs() + " runs" : "";
        return text(statistics) + of;
    }

    /** The mean, with the standard deviation in the same unit where several runs have a value. */
    String text(Statistics statistics) {
        if (statistics.runs() <= 1) {
            return text(statistics.mean());
        }
        return dimension.isPresent()
                ? QuantityFormat.formatWithDeviation(
                        statistics.mean(),
                        statistics.deviation(),
                        dimension.get().baseUnit(),
                        DIGITS)
                : text(statistics.mean()) + " \u00b1 " + text(statistics.deviation(), DEVIATION_DIGITS);
    }

    private String text(double value, int digits) {
        if (dimension.isPresent()) {
            return QuantityFormat.format(value, dimension.get().baseUnit(), digits);
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return Long.toString((long) value);
        }
        boolean plain = Math.abs(value) >= 1e-3 && Math.abs(value) < 1e7;
        return plain
                ? new BigDecimal(value)
                        .round(new MathContext(digits))
                        .stripTrailingZeros()
                        .toPlainString()
                : String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
    }
}
