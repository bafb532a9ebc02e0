package ganglion.hardware.cost;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.placement.PlacementSummary;
import ganglion.hardware.text.PlacementPicture;
import ganglion.kernel.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/**
 * The energy and time of a workload on a chip.
 *
 * @param profile the chip
 * @param placement summary of the placement
 * @param clock the scenario's clock
 * @param operations exact number of operations of each kind, those of unknown energy included; empty if the network does not
 *     fit
 * @param components energy by component, dynamic ones first, static power last; empty if the network does not fit
 * @param totalJoules sum of all components; absent if a figure that it needs is unknown
 * @param tickEnergyJoules dynamic energy of each tick, from the figures that are known; empty if the network does not fit
 * @param tickSeconds how long the chip works on each tick; empty if a time that it needs is unknown
 * @param tickLatency the same as a histogram, in nanoseconds; empty if {@code tickSeconds} is
 * @param staticWatts static power of all chips in use, where known
 * @param modelledSeconds time that static power is charged for: no tick is shorter than the scenario's
 * @param overrunTicks ticks that take longer than the scenario's tick
 * @param unknowns unpublished figures that a total would need, human-readable
 * @param notes assumptions behind the numbers, human-readable
 * @param details interval, overruns, latency of spikes, memory touched
 */
public record ChipCost(
        HardwareProfile profile,
        PlacementSummary placement,
        Clock clock,
        Map<Operation, Long> operations,
        List<EnergyComponent> components,
        OptionalDouble totalJoules,
        double[] tickEnergyJoules,
        double[] tickSeconds,
        Histogram tickLatency,
        OptionalDouble staticWatts,
        double modelledSeconds,
        long overrunTicks,
        List<String> unknowns,
        List<String> notes,
        CostDetails details) {

    /** Takes copies of the collections. */
    public ChipCost {
        operations = Map.copyOf(operations);
        components = List.copyOf(components);
        unknowns = List.copyOf(unknowns);
        notes = List.copyOf(notes);
    }

    /** The same with a picture of the placement. */
    ChipCost with(PlacementPicture picture) {
        return new ChipCost(
                profile,
                placement,
                clock,
                operations,
                components,
                totalJoules,
                tickEnergyJoules,
                tickSeconds,
                tickLatency,
                staticWatts,
                modelledSeconds,
                overrunTicks,
                unknowns,
                notes,
                details.with(picture));
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

    /** Whether the time of every tick is known. */
    public boolean timeKnown() {
        return tickSeconds.length > 0;
    }

    /**
     * Energy of the ticks within [fromTick, untilTick), static power included; NaN if the total is unknown.
     *
     * @throws IndexOutOfBoundsException if the ticks lie outside the run
     */
    public double energyJoules(long fromTick, long untilTick) {
        if (totalJoules.isEmpty()) {
            return Double.NaN;
        }
        Objects.checkFromToIndex(fromTick, untilTick, tickEnergyJoules.length);
        double joules = 0;
        for (int tick = (int) fromTick; tick < untilTick; tick++) {
            double seconds = Math.max(timeKnown() ? tickSeconds[tick] : 0, details.chipTickSeconds());
            joules += tickEnergyJoules[tick] + staticWatts.orElse(0) * seconds;
        }
        return joules;
    }
}
