package ganglion.hardware.estimate;

import ganglion.hardware.chip.Operation;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.EnergyComponent;
import ganglion.hardware.cost.Workload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The activity up to which a spiking chip takes less energy than a conventional device, both under one boundary. The costed
 * run is scaled to fire more or less: operations of spikes, those of inputs too, scale in proportion, updates of active neurons too until all are
 * active; operations of every tick, front end, input/output and static power stay.
 *
 * @param boundary what both powers contain
 * @param curve power of both over the activity, for drawing
 * @param runSpikesPerNeuronSecond activity of the run itself, inputs included
 * @param breakEvenSpikesPerNeuronSecond activity at which both take the same; absent if one takes less at any activity that
 *     the tick allows
 */
public record BreakEven(
        Boundary boundary,
        List<Point> curve,
        double runSpikesPerNeuronSecond,
        OptionalDouble breakEvenSpikesPerNeuronSecond) {

    private static final Set<Operation> PAID_ANYWAY = EnumSet.of(
            Operation.NEURON_ACCESS,
            Operation.LEAK,
            Operation.NETWORK_STEP,
            Operation.ENCODER_UPDATE,
            Operation.MULTIPLY_ACCUMULATE);

    private static final Set<Part> PARTS_BESIDE_NETWORK = EnumSet.of(Part.FRONT_END, Part.INPUT_OUTPUT, Part.STATIC);

    private static final int BISECTIONS = 60;

    /**
     * One point of the curve.
     *
     * @param spikesPerNeuronSecond mean activity, inputs included
     * @param chipWatts power of the chip
     * @param conventionalWatts power of the conventional device
     */
    public record Point(double spikesPerNeuronSecond, double chipWatts, double conventionalWatts) {}

    /** Takes a copy of the list. */
    public BreakEven {
        curve = List.copyOf(curve);
    }

    /**
     * The comparison of a costed run with a conventional device; empty if nothing fired, or if an energy of one of them is
     * unknown under this boundary.
     *
     * @param chip estimate of the same run on the chip
     * @param points number of points of the curve, at least 2, evenly spaced in the logarithm from a thousandth of the
     *     highest activity to the highest: a spike of every neuron in every tick
     */
    public static Optional<BreakEven> of(
            Workload workload,
            ChipCost cost,
            DecisionEstimate chip,
            DecisionEstimate conventional,
            Boundary boundary,
            int points) {
        long spikes = Arrays.stream(workload.spikesByNeuron()).sum();
        double seconds = workload.clock().seconds(workload.ticks());
        double rate = spikes / (seconds * workload.network().neuronCount());
        return of(rate, seconds, workload.clock().tickSeconds(), cost, chip, conventional, boundary, points);
    }

    /**
     * The same of a run of which the rate alone is known.
     *
     * @param rate spikes per neuron and second
     * @param seconds length of the run
     * @param tickSeconds length of a tick
     */
    public static Optional<BreakEven> of(
            double rate,
            double seconds,
            double tickSeconds,
            ChipCost cost,
            DecisionEstimate chip,
            DecisionEstimate conventional,
            Boundary boundary,
            int points) {
        if (points < 2) {
            throw new IllegalArgumentException("found " + points + " points of a curve, expected at least 2");
        }
        BoundaryEnergy ofChip = chip.energy(boundary);
        BoundaryEnergy ofConventional = conventional.energy(boundary);
        if (rate == 0 || ofChip.joules().isEmpty() || ofConventional.joules().isEmpty()) {
            return Optional.empty();
        }
        double besideNetwork = PARTS_BESIDE_NETWORK.stream()
                .mapToDouble(part -> ofChip.parts().get(part).joules().orElseThrow())
                .sum();
        Curve curve = new Curve(cost, seconds, rate, besideNetwork / chip.spanSeconds());
        double watts = ofConventional.joules().getAsDouble() / conventional.spanSeconds();
        double highest = 1 / tickSeconds;
        List<Point> drawn = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            double activity = highest * Math.pow(10, -3 + 3.0 * i / (points - 1));
            drawn.add(new Point(activity, curve.watts(activity), watts));
        }
        return Optional.of(new BreakEven(boundary, drawn, rate, curve.crossing(watts, highest)));
    }

    /** Whether the chip takes less at almost no activity. */
    public boolean chipWinsAtRest() {
        return curve.get(0).chipWatts() < curve.get(0).conventionalWatts();
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

        Curve(ChipCost cost, double seconds, double runRate, double wattsBesideNetwork) {
            this.runRate = runRate;
            this.seconds = seconds;
            this.fixedWatts = wattsBesideNetwork;
            cost.energy().components().stream()
                    .filter(component -> !component.name().equals(EnergyComponent.STATIC))
                    .forEach(component -> component.joules().ifPresent(joules -> add(component, joules)));
            activeUpdates = cost.work().operations().getOrDefault(Operation.NEURON_UPDATE_ACTIVE, 0L);
            allUpdates = activeUpdates + cost.work().operations().getOrDefault(Operation.NEURON_UPDATE_IDLE, 0L);
        }

        private void add(EnergyComponent component, double joules) {
            String key = component.name().contains("/")
                    ? component.name().substring(0, component.name().indexOf('/'))
                    : component.name();
            if (key.equals(EnergyComponent.RUNNING) || key.equals(EnergyComponent.CORES)) {
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

        OptionalDouble crossing(double conventionalWatts, double highest) {
            boolean winsAtRest = watts(0) < conventionalWatts;
            if (winsAtRest == watts(highest) < conventionalWatts) {
                return OptionalDouble.empty();
            }
            double low = 0;
            double high = highest;
            for (int i = 0; i < BISECTIONS; i++) {
                double middle = (low + high) / 2;
                if (watts(middle) < conventionalWatts == winsAtRest) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return OptionalDouble.of(high);
        }
    }
}
