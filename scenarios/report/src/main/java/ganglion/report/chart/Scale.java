package ganglion.report.chart;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Places values along a line of pixels. A single value lies at the start of the line.
 *
 * @param from value at the first pixel
 * @param until value at the last pixel
 * @param fromPixel first pixel
 * @param untilPixel last pixel, which may be the smaller one
 * @param logarithmic whether equal ratios of values, instead of equal differences, are equally far apart; values are positive then
 */
record Scale(double from, double until, double fromPixel, double untilPixel, boolean logarithmic) {

    static final double FEWEST_STEPS = 4;
    private static final int MOST_DECADES = 10;
    private static final double ROUNDING = 1e-9;

    /** A scale on which equal differences are equally far apart. */
    static Scale linear(double from, double until, double fromPixel, double untilPixel) {
        return new Scale(from, until, fromPixel, untilPixel, false);
    }

    /** The pixel of a value. */
    double at(double value) {
        return fromPixel + share(value) * (untilPixel - fromPixel);
    }

    private double share(double value) {
        if (!(until > from)) {
            return 0;
        }
        return logarithmic ? Math.log(value / from) / Math.log(until / from) : (value - from) / (until - from);
    }

    /** Round numbers to mark: four to eleven of them, or one if there is only one value. */
    double[] marks() {
        if (!(until > from)) {
            return new double[] {from};
        }
        return logarithmic && until / from >= 10 ? marksOfDecades() : evenMarks();
    }

    private double[] evenMarks() {
        double step = roundAtMost((until - from) / FEWEST_STEPS);
        long first = (long) Math.ceil(from / step - ROUNDING);
        long last = (long) Math.floor(until / step + ROUNDING);
        return LongStream.rangeClosed(first, last)
                .mapToDouble(number -> number * step)
                .toArray();
    }

    /** 1, 2 and 5 in each decade; of more than three decades powers of ten only, and of many some of these. */
    private double[] marksOfDecades() {
        int first = (int) Math.floor(Math.log10(from));
        int last = (int) Math.ceil(Math.log10(until));
        double[] digits = last - first <= 3 ? new double[] {1, 2, 5} : new double[] {1};
        int step = (last - first) / MOST_DECADES + 1;
        return IntStream.iterate(first, decade -> decade <= last, decade -> decade + step)
                .mapToObj(decade -> Arrays.stream(digits).map(digit -> digit * Math.pow(10, decade)))
                .flatMapToDouble(DoubleStream::sorted)
                .filter(mark -> mark >= from * (1 - ROUNDING) && mark <= until * (1 + ROUNDING))
                .toArray();
    }

    /** The largest of 1, 2 and 5 times a power of ten that is not above a positive number. */
    static double roundAtMost(double length) {
        double power = Math.pow(10, Math.floor(Math.log10(length)));
        double digits = length / power;
        return power * (digits >= 5 ? 5 : digits >= 2 ? 2 : 1);
    }
}
