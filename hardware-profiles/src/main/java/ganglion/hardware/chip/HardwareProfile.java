package ganglion.hardware.chip;

import ganglion.hardware.figure.Accounting;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.figure.Measurement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One chip as a document describes it. A figure that is unknown is absent, never zero.
 *
 * @param name short name, as used in scenarios: lower-case letters, digits and hyphens; away from the profile's own operating
 *     point, followed by that which is used, as in {@code odin@1.3MHz}
 * @param title full name with process and voltage
 * @param description what this profile stands for
 * @param includes what the totals contain, human-readable
 * @param excludes what the totals leave out, human-readable
 * @param execution whether work follows spikes, or the equivalent dense network runs in every tick
 * @param mesh arrangement of the cores
 * @param limits what the chip can hold
 * @param timeModel how ticks pass
 * @param speedUp factor by which the chip's physics runs faster than the scenario's clock; absent for chips that run at its
 *     pace
 * @param countsStaticPower whether a total needs the static power; false where it stands outside the boundary
 * @param power watts that one chip draws in each of its states, where known
 * @param operatingPoint clock and voltage that the figures are given for
 * @param energy joules of each operation, where known
 * @param time seconds of each operation, where known
 * @param units models of pipeline stages that a core offers beside one another, the default of each stage first
 * @param arithmetic joules of additions and multiplications, by number format, where known
 * @param memory levels of memory from the nearest to the last, where known
 * @param processor times of a conventional processor; absent for chips of spikes that cannot run dense networks
 * @param frontEnd where the front end is computed; absent where the processor itself does it, or nothing is known
 * @param inputOutput what inputs and results take beyond the chip; absent where nothing is known
 * @param unmodelled costs that belong in a total but have no figure, human-readable; any of them leaves a total unknown
 * @param measurements published measurements of the whole chip
 */
public record HardwareProfile(
        String name,
        String title,
        String description,
        String includes,
        String excludes,
        Execution execution,
        Mesh mesh,
        ChipLimits limits,
        TimeModel timeModel,
        Optional<Figure> speedUp,
        boolean countsStaticPower,
        PowerStates power,
        OperatingPoint operatingPoint,
        Map<Operation, EnergyFigure> energy,
        Map<Operation, Figure> time,
        List<PipelineUnit> units,
        Map<NumberFormat, Arithmetic> arithmetic,
        List<MemoryLevel> memory,
        Optional<Processor> processor,
        Optional<FrontEndSite> frontEnd,
        Optional<InputOutput> inputOutput,
        List<String> unmodelled,
        List<Measurement> measurements) {

    /** Takes copies of lists and maps. */
    public HardwareProfile {
        energy = Map.copyOf(energy);
        time = Map.copyOf(time);
        units = List.copyOf(units);
        arithmetic = Map.copyOf(arithmetic);
        memory = List.copyOf(memory);
        unmodelled = List.copyOf(unmodelled);
        measurements = List.copyOf(measurements);
    }

    /** Watts that one chip draws regardless of activity: its idle power. */
    public Optional<Figure> staticPower() {
        return power.idle();
    }

    /** Whether some energy is that of the whole chip, so that static power and memory are within it. */
    public boolean isAllIn() {
        return energy.values().stream().anyMatch(energy -> energy.accounting() == Accounting.ALL_IN);
    }

    /** Whether numbers can flow in, in place of spikes: there is a figure for weighting them, or one that holds it. */
    public boolean takesNumbers() {
        return execution == Execution.DENSE
                || time.containsKey(Operation.MULTIPLY_ACCUMULATE)
                || energy.containsKey(Operation.MULTIPLY_ACCUMULATE)
                || energy.values().stream().anyMatch(energy -> energy.covers().contains(Operation.MULTIPLY_ACCUMULATE));
    }

    /** The same chip with another value for some of its figures. */
    public HardwareProfile with(
            PowerStates newPower,
            Map<Operation, EnergyFigure> newEnergy,
            Map<Operation, Figure> newTime,
            List<PipelineUnit> newUnits) {
        return new HardwareProfile(
                name,
                title,
                description,
                includes,
                excludes,
                execution,
                mesh,
                limits,
                timeModel,
                speedUp,
                countsStaticPower,
                newPower,
                operatingPoint,
                newEnergy,
                newTime,
                newUnits,
                arithmetic,
                memory,
                processor,
                frontEnd,
                inputOutput,
                unmodelled,
                measurements);
    }
}
