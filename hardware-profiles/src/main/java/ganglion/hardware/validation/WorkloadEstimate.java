package ganglion.hardware.validation;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.figure.Interval;
import java.util.Map;

/** A published workload, which together with a profile gives an estimate. Rates are in operations per second. */
sealed interface WorkloadEstimate {

    /**
     * An estimate.
     *
     * @param value joules or watts
     * @param interval the range that it lies in, as far as the errors of figures are known
     */
    record Value(double value, Interval interval) {

        private Value times(double factor) {
            return new Value(value * factor, interval.times(factor));
        }
    }

    /** Energy or power. */
    default Dimension dimension() {
        return Dimension.ENERGY;
    }

    /** @throws IllegalArgumentException if the profile lacks a figure that the estimate needs */
    Value of(HardwareProfile profile);

    /** Power at given rates of operations. */
    record Power(int chips, Map<Operation, Double> rates) implements WorkloadEstimate {

        @Override
        public Dimension dimension() {
            return Dimension.POWER;
        }

        @Override
        public Value of(HardwareProfile profile) {
            RateEstimate estimate = RateEstimate.of(profile, chips, rates);
            return new Value(estimate.watts(), estimate.interval());
        }
    }

    /** Power at given rates of operations, divided by the rate of an event. */
    record EnergyPerEvent(Power power, double eventsPerSecond) implements WorkloadEstimate {

        @Override
        public Value of(HardwareProfile profile) {
            Value watts = power.of(profile);
            return new Value(watts.value() / eventsPerSecond, watts.interval().times(1 / eventsPerSecond));
        }
    }

    /** Power at given rates of operations, for a time. */
    record EnergyOverTime(Power power, double seconds) implements WorkloadEstimate {

        @Override
        public Value of(HardwareProfile profile) {
            return power.of(profile).times(seconds);
        }
    }

    /** Energy of a number of operations of one kind, without static power. */
    record EnergyOfOperations(Operation operation, long count) implements WorkloadEstimate {

        @Override
        public Value of(HardwareProfile profile) {
            Figure figure = RateEstimate.energy(profile, operation);
            return new Value(figure.value(), Interval.of(figure)).times(count);
        }
    }
}
