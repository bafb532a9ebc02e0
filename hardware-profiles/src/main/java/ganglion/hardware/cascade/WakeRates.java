package ganglion.hardware.cascade;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How often a detector wakes what comes after it. Time is divided into windows, each with one decision of the detector; an event fills
 * one window.
 *
 * @param windowsPerHour decisions of the detector in an hour, above 0
 * @param recall share of the windows with an event in which it wakes, 0 to 1
 * @param falseWakes share of the windows without an event in which it wakes, 0 to 1
 */
public record WakeRates(double windowsPerHour, double recall, double falseWakes) {

    private static final double LEAST_RATE = 0.1;

    /** Ticks add up to a window only up to rounding. */
    private static final double ROUNDING = 1e-9;

    /** @throws IllegalArgumentException if a figure is out of its range */
    public WakeRates {
        if (!(windowsPerHour > 0) || Double.isInfinite(windowsPerHour)) {
            throw new IllegalArgumentException("found " + windowsPerHour + " windows in an hour, expected more than 0");
        }
        check("recall", recall);
        check("falseWakes", falseWakes);
    }

    private static void check(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("found " + name + " " + share + ", expected 0 to 1");
        }
    }

    /**
     * Wakes in an hour.
     *
     * @param events events in an hour, 0 to the number of windows
     * @throws IllegalArgumentException if there are more events than windows
     */
    public double wakesPerHour(double events) {
        if (!(events == 0 || isPossible(events, windowsPerHour))) {
            throw new IllegalArgumentException(
                    "found " + events + " events in an hour, expected 0 to " + windowsPerHour + ", one in each window");
        }
        double all = Math.min(events, windowsPerHour);
        return all * recall + (windowsPerHour - all) * falseWakes;
    }

    /** Whether this number of events in an hour is above 0 and at most the number of windows. */
    public static boolean isPossible(double events, double windowsPerHour) {
        return events > 0 && events <= windowsPerHour * (1 + ROUNDING);
    }

    /** Events in an hour that show the energy over the rate: powers of ten from 0.1 on, below the number of windows. */
    public static List<Double> decades(double windowsPerHour) {
        return DoubleStream.iterate(LEAST_RATE, rate -> rate < windowsPerHour, rate -> rate * 10)
                .boxed()
                .toList();
    }

    /** Wakes in an hour without any event. */
    public double falseWakesPerHour() {
        return windowsPerHour * falseWakes;
    }
}
