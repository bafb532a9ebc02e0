package ganglion.hardware.validation;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.figure.Interval;
import java.util.Map;

/**
 * The power of a chip at given rates of operations: static power, and a figure for each operation. For workloads of which a
 * publication gives rates and not the network.
 *
 * @param watts power
 * @param interval the range that it lies in, as far as the errors of figures are known
 */
public record RateEstimate(double watts, Interval interval) {

    /**
     * The power of a chip.
     *
     * @param chips number of chips that draw static power
     * @param perSecond operations per second
     * @throws IllegalArgumentException if the profile has no figure for one of the operations, or no static power
     */
    public static RateEstimate of(HardwareProfile profile, int chips, Map<Operation, Double> perSecond) {
        Figure power = profile.staticPower()
                .orElseThrow(() -> new IllegalArgumentException(profile.name() + " has no static power"));
        double watts = chips * power.value();
        Interval interval = Interval.of(power).times(chips);
        for (Map.Entry<Operation, Double> rate : perSecond.entrySet()) {
            Figure figure = energy(profile, rate.getKey());
            watts += rate.getValue() * figure.value();
            interval = interval.plus(Interval.of(figure).times(rate.getValue()));
        }
        return new RateEstimate(watts, interval);
    }

    /** The energy of an operation, which the profile must have. */
    static Figure energy(HardwareProfile profile, Operation operation) {
        if (!profile.energy().containsKey(operation)) {
            throw new IllegalArgumentException(profile.name() + " has no energy of " + operation.label());
        }
        return profile.energy().get(operation).figure();
    }
}
