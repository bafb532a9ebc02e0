package ganglion.hardware.cost;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.figure.Interval;
import ganglion.hardware.latency.SpikeLatency.TickHistogram;
import ganglion.hardware.placement.CoreLoad;
import ganglion.hardware.placement.PlacementSummary;
import ganglion.kernel.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/**
 * The energy and time of a workload on a chip.
 *
 * @param profile the chip
 * @param placement summary of the placement
 * @param cores the cores in use, by number; empty unless they were asked for and the network is placed
 * @param work what the chip does
 * @param energy what it takes in energy
 * @param timing what it takes in time
 * @param notes assumptions behind the numbers, human-readable
 */
public record ChipCost(
        HardwareProfile profile,
        PlacementSummary placement,
        List<CoreLoad> cores,
        Work work,
        Energy energy,
        Timing timing,
        List<String> notes) {

    /**
     * What a chip does in a run.
     *
     * @param operations exact number of operations of each kind, those of unknown energy included; empty if the network does
     *     not fit
     * @param counted whether a model of the chip did them
     * @param remark how they were found, where that is to be said: words behind "is"
     */
    public record Work(Map<Operation, Long> operations, boolean counted, Optional<String> remark) {

        /** Of a network that does not fit. */
        public static final Work NONE = new Work(Map.of(), false, Optional.empty());

        /** Takes a copy of the map. */
        public Work {
            operations = Map.copyOf(operations);
        }
    }

    /**
     * The energy of a run.
     *
     * @param components energy by component, dynamic ones first, static power last; empty if the network does not fit
     * @param totalJoules sum of all components; absent if a figure that it needs is unknown
     * @param knownInterval range of the sum of the known components, from the known errors of their figures; absent if no
     *     error is known
     * @param tickJoules dynamic energy of each tick, from the figures that are known; empty if the network does not fit, a
     *     single one if all ticks are alike
     * @param staticWatts static power of all chips in use, where known
     */
    public record Energy(
            List<EnergyComponent> components,
            OptionalDouble totalJoules,
            Optional<Interval> knownInterval,
            double[] tickJoules,
            OptionalDouble staticWatts) {

        /** Takes a copy of the list. */
        public Energy {
            components = List.copyOf(components);
        }

        /** The range that the total lies in; absent if the total is, or if nothing is known of any error. */
        public Optional<Interval> totalInterval() {
            return totalJoules.isPresent() ? knownInterval : Optional.empty();
        }

        /** Sum of the components whose figures are known: the total is at least this. */
        public double knownJoules() {
            return components.stream()
                    .flatMapToDouble(component -> component.joules().stream())
                    .sum();
        }

        /** The same without static power. */
        public double knownDynamicJoules() {
            return components.stream()
                    .filter(component -> !component.name().equals(EnergyComponent.STATIC))
                    .flatMapToDouble(component -> component.joules().stream())
                    .sum();
        }
    }

    /**
     * The times of a run.
     *
     * @param clock the scenario's clock
     * @param chipTickSeconds the scenario's tick on the chip's clock, shorter by the speed-up of accelerated chips
     * @param modelledSeconds time that static power is charged for: no tick is shorter than the scenario's
     * @param tickSeconds how long the chip works on each tick; empty if a time that it needs is unknown, a
     *     single one if all ticks are alike
     * @param tickLatency time until the work of each tick is done, waiting for earlier ticks included, of counted work that of
     *     its inputs, in nanoseconds; empty if {@code tickSeconds} is
     * @param spikeLatency time from each spike to its last synapse on each core that it reaches, in picoseconds; empty if
     *     unknown
     * @param overrunTicks number of ticks that take longer than the scenario's tick, or are done after its end
     * @param unknown figures that the time would need, human-readable; empty if it is known
     */
    public record Timing(
            Clock clock,
            double chipTickSeconds,
            double modelledSeconds,
            double[] tickSeconds,
            Histogram tickLatency,
            Histogram spikeLatency,
            long overrunTicks,
            List<String> unknown) {

        /** Takes a copy of the list. */
        public Timing {
            unknown = List.copyOf(unknown);
        }

        /** Of a network that does not fit. */
        public static Timing none(Clock clock) {
            return new Timing(
                    clock,
                    clock.tickSeconds(),
                    0,
                    new double[0],
                    TickHistogram.of(new double[0]),
                    new Histogram(3),
                    0,
                    List.of());
        }

        /** Whether the time of every tick is known. */
        public boolean isKnown() {
            return tickSeconds.length > 0;
        }
    }

    /** Takes a copy of the list. */
    public ChipCost {
        notes = List.copyOf(notes);
    }

    /** Unpublished figures that the total or the times would need, human-readable. */
    public List<String> unknowns() {
        List<String> unknowns = new ArrayList<>();
        for (EnergyComponent component : energy.components()) {
            if (component.joules().isEmpty()) {
                unknowns.add("energy of " + component.label());
            }
        }
        unknowns.addAll(timing.unknown());
        return unknowns;
    }

    /**
     * Energy of the ticks within [fromTick, untilTick), static power included; NaN if the total is unknown.
     *
     * @throws IndexOutOfBoundsException if the ticks lie outside the run
     */
    public double energyJoules(long fromTick, long untilTick) {
        if (energy.totalJoules().isEmpty()) {
            return Double.NaN;
        }
        Objects.checkFromToIndex(fromTick, untilTick, energy.tickJoules().length);
        double joules = 0;
        for (int tick = (int) fromTick; tick < untilTick; tick++) {
            double seconds = Math.max(timing.isKnown() ? timing.tickSeconds()[tick] : 0, timing.chipTickSeconds());
            joules += energy.tickJoules()[tick] + energy.staticWatts().orElse(0) * seconds;
        }
        return joules;
    }
}
