package ganglion.hardware.comparison;

import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.EnergyComponent;
import ganglion.hardware.cost.Workload;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The activity up to which a spiking chip takes less energy than a baseline. The costed run is scaled to fire
 * more or less: operations of spikes scale in proportion, updates of active neurons too until all are active, and
 * operations of every tick stay constant.
 *
 * @param curve power of both over the activity, for drawing
 * @param runSpikesPerNeuronSecond activity of the run itself, inputs included
 * @param breakEvenSpikesPerNeuronSecond activity at which both take the same; absent if one is cheaper at any activity that
 *     the tick allows
 * @param chipIsLowerBound whether the chip has energies that are unknown, so that it may win less often than shown
 */
public record BreakEven(
        List<Point> curve,
        double runSpikesPerNeuronSecond,
        OptionalDouble breakEvenSpikesPerNeuronSecond,
        boolean chipIsLowerBound) {

    private static final Set<Operation> PAID_ANYWAY = EnumSet.of(
            Operation.NEURON_ACCESS, Operation.NETWORK_STEP, Operation.ENCODER_UPDATE, Operation.MULTIPLY_ACCUMULATE);

    private static final int BISECTIONS = 60;

    /**
     * One point of the curve.
     *
     * @param spikesPerNeuronSecond mean activity, inputs included
     * @param chipWatts power of the chip
     * @param baselineWatts power of the baseline
     */
    public record Point(double spikesPerNeuronSecond, double chipWatts, double baselineWatts) {}

    /** Takes a copy of the list. */
    public BreakEven {
        curve = List.copyOf(curve);
    }

    /**
     * The comparison of a costed run with a power.
     *
     * @param baselineWatts power of the baseline, such as {@link Baseline#joulesPerSecondOfAudio()}
     * @param points number of points of the curve, at least 2, evenly spaced in the logarithm from a thousandth of the
     *     highest activity to the highest: a spike of every neuron in every tick
     * @throws IllegalArgumentException if the network did not fit, nothing fired, or there are fewer than two points
     */
    public static BreakEven of(Workload workload, ChipCost cost, double baselineWatts, int points) {
        return of(workload, cost, baselineWatts, points, true);
    }

    /**
     * The same without static power, which must then be left out of the baseline, too: profiles give it for some chips
     * only, and totals with it on one side only cannot be compared.
     */
    public static BreakEven withoutStaticPower(Workload workload, ChipCost cost, double baselineWatts, int points) {
        return of(workload, cost, baselineWatts, points, false);
    }

    private static BreakEven of(
            Workload workload, ChipCost cost, double baselineWatts, int points, boolean withStaticPower) {
        if (!cost.placement().fits() || cost.profile().execution() != Execution.SPIKING || points < 2) {
            throw new IllegalArgumentException(
                    "a break-even needs a run that was costed on a spiking chip, and at least two points");
        }
        long spikes = 0;
        for (long count : workload.spikesByNeuron()) {
            spikes += count;
        }
        if (spikes == 0) {
            throw new IllegalArgumentException("nothing fired in this run, so that its activity cannot be scaled");
        }
        double seconds = workload.clock().seconds(workload.ticks());
        double rate = spikes / (seconds * workload.network().neuronCount());
        Curve curve = new Curve(cost, seconds, rate, withStaticPower);
        double highest = 1 / workload.clock().tickSeconds();
        List<Point> drawn = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            double activity = highest * Math.pow(10, -3 + 3.0 * i / (points - 1));
            drawn.add(new Point(activity, curve.watts(activity), baselineWatts));
        }
        return new BreakEven(
                drawn,
                rate,
                curve.crossing(baselineWatts, highest),
                cost.totalJoules().isEmpty());
    }

    /** Power of the chip by activity. */
    private static final class Curve {

        private final double runRate;
        private double fixedWatts;
        private double spikeWatts;
        private double activeWatts;
        private double idleJoules;
        private long idleUpdates;
        private double activeUpdates;
        private double allUpdates;
        private final double seconds;

        Curve(ChipCost cost, double seconds, double runRate, boolean withStaticPower) {
            this.runRate = runRate;
            this.seconds = seconds;
            cost.components().stream()
                    .filter(component -> withStaticPower || !component.name().equals(EnergyComponent.STATIC))
                    .forEach(component -> component.joules().ifPresent(joules -> add(component, joules)));
            activeUpdates = cost.operations().getOrDefault(Operation.NEURON_UPDATE_ACTIVE, 0L);
            allUpdates = activeUpdates + cost.operations().getOrDefault(Operation.NEURON_UPDATE_IDLE, 0L);
        }

        private void add(EnergyComponent component, double joules) {
            String key = component.name().contains("/")
                    ? component.name().substring(0, component.name().indexOf('/'))
                    : component.name();
            if (key.equals(EnergyComponent.STATIC)) {
                fixedWatts += joules / seconds;
                return;
            }
            Operation operation = Operation.of(key);
            if (PAID_ANYWAY.contains(operation)) {
                fixedWatts += joules / seconds;
            } else if (operation == Operation.NEURON_UPDATE_IDLE) {
                idleJoules += joules;
                idleUpdates += component.count();
            } else if (operation == Operation.NEURON_UPDATE_ACTIVE || operation == Operation.NEURON_UPDATE) {
                activeWatts += joules / seconds;
            } else {
                spikeWatts += joules / seconds;
            }
        }

        double watts(double rate) {
            double factor = rate / runRate;
            double active = activeUpdates == 0 ? 0 : Math.min(factor, allUpdates / activeUpdates);
            double idle = allUpdates - active * activeUpdates;
            double idleWatts = idleUpdates == 0 ? 0 : idle * idleJoules / idleUpdates / seconds;
            return fixedWatts + factor * spikeWatts + active * activeWatts + idleWatts;
        }

        OptionalDouble crossing(double baselineWatts, double highest) {
            boolean winsAtRest = watts(0) < baselineWatts;
            if (winsAtRest == watts(highest) < baselineWatts) {
                return OptionalDouble.empty();
            }
            double low = 0;
            double high = highest;
            for (int i = 0; i < BISECTIONS; i++) {
                double middle = (low + high) / 2;
                if (watts(middle) < baselineWatts == winsAtRest) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return OptionalDouble.of(high);
        }
    }
}
