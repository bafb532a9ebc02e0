package ganglion.hardware.estimate;

import java.util.OptionalDouble;

/**
 * A battery, taken to give all that it holds at one voltage.
 *
 * @param ampereHours capacity in ampere-hours, above 0
 * @param volts voltage in volts, above 0
 */
public record Battery(double ampereHours, double volts) {

    private static final double SECONDS_PER_HOUR = 3600;

    /** @throws IllegalArgumentException if a number is not above 0 */
    public Battery {
        if (!(ampereHours > 0) || !(volts > 0)) {
            throw new IllegalArgumentException("found a battery of " + ampereHours + " Ah and " + volts + " V");
        }
    }

    /** Joules that it holds. */
    public double joules() {
        return ampereHours * SECONDS_PER_HOUR * volts;
    }

    /** Days for which it feeds a device; absent if the device's energy of a day is unknown. */
    public OptionalDouble days(OptionalDouble joulesPerDay) {
        return joulesPerDay.isPresent() ? OptionalDouble.of(joules() / joulesPerDay.getAsDouble()) : joulesPerDay;
    }
}
