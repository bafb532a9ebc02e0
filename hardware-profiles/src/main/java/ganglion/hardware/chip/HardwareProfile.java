package ganglion.hardware.chip;

import ganglion.hardware.chip.EnergyFigure.Accounting;
import ganglion.hardware.figure.Figure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One chip as a document describes it. A figure that is unknown is absent, never zero.
 *
 * @param about what it is
 * @param boundary what a total contains
 * @param cores how it computes, and what it can hold
 * @param figures what its operations take
 * @param conventional what dense networks take, on a conventional processor
 * @param surroundings what stands around the chip
 */
public record HardwareProfile(
        About about,
        Boundary boundary,
        Cores cores,
        Figures figures,
        Conventional conventional,
        Surroundings surroundings) {

    /**
     * What a device is.
     *
     * @param name short name, as used in scenarios: lower-case letters, digits and hyphens; away from the profile's own
     *     operating point, followed by that which is used, as in {@code odin@1.3MHz}
     * @param title full name with process and voltage
     * @param description what the profile stands for
     * @param measurements published measurements of the whole chip
     * @param sources full citations by their keys
     * @param sister the chip that the figures are of, where it is a sister of this one; what is told of it then is less sure
     */
    public record About(
            String name,
            String title,
            String description,
            List<Measurement> measurements,
            Map<String, String> sources,
            Optional<String> sister) {

        /** Takes copies of the collections. */
        public About {
            measurements = List.copyOf(measurements);
            sources = Map.copyOf(sources);
        }

        /** What must stand beside every estimate of a device with the figures of another one, human-readable. */
        public Optional<String> caveat() {
            return sister.map(other -> "by figures of " + other + ", a sister chip");
        }
    }

    /**
     * What a total contains.
     *
     * @param includes what it contains, human-readable
     * @param excludes what it leaves out, human-readable
     * @param countsStaticPower whether it needs the static power; false where that stands outside the boundary
     * @param unmodelled costs that belong in it but have no figure, human-readable; any of them leaves it unknown
     */
    public record Boundary(String includes, String excludes, boolean countsStaticPower, List<String> unmodelled) {

        /** Takes a copy of the list. */
        public Boundary {
            unmodelled = List.copyOf(unmodelled);
        }
    }

    /**
     * How a chip computes, and what it can hold.
     *
     * @param execution whether work follows spikes, or the equivalent dense network runs in every tick
     * @param mesh arrangement of the cores
     * @param limits what the chip can hold
     * @param models what its neurons and synapses compute
     * @param timeModel how ticks pass
     * @param speedUp factor by which the chip's physics runs faster than the scenario's clock; absent for chips that run at
     *     its pace
     */
    public record Cores(
            Execution execution,
            Mesh mesh,
            ChipLimits limits,
            ChipModels models,
            TimeModel timeModel,
            Optional<Figure> speedUp) {}

    /**
     * What the operations of a chip take.
     *
     * @param operatingPoint clock and voltage that the figures are given for
     * @param power watts that one chip draws in each of its states, where known
     * @param energy joules of each operation, where known
     * @param time seconds of each operation, where known
     * @param units models of pipeline stages that a core offers beside one another, the default of each stage first
     */
    public record Figures(
            OperatingPoint operatingPoint,
            PowerStates power,
            Map<Operation, EnergyFigure> energy,
            Map<Operation, Figure> time,
            List<PipelineUnit> units) {

        /** Takes copies of the maps and the list. */
        public Figures {
            energy = Map.copyOf(energy);
            time = Map.copyOf(time);
            units = List.copyOf(units);
        }
    }

    /**
     * What dense networks take on a conventional processor.
     *
     * @param arithmetic joules of additions and multiplications, by number format, where known
     * @param memory levels of memory from the nearest to the last, where known
     * @param processor times of a conventional processor; absent for chips of spikes that cannot run dense networks
     */
    public record Conventional(
            Map<NumberFormat, Arithmetic> arithmetic, List<MemoryLevel> memory, Optional<Processor> processor) {

        /** Nothing is known: a chip of spikes. */
        public static final Conventional NONE = new Conventional(Map.of(), List.of(), Optional.empty());

        /** Takes copies of the map and the list. */
        public Conventional {
            arithmetic = Map.copyOf(arithmetic);
            memory = List.copyOf(memory);
        }
    }

    /**
     * What stands around a chip.
     *
     * @param frontEnd where the front end is computed; absent where the processor itself does it, or nothing is known
     * @param inputOutput what inputs and results take beyond the chip; absent where nothing is known
     */
    public record Surroundings(Optional<FrontEndSite> frontEnd, Optional<InputOutput> inputOutput) {

        /** Nothing is known. */
        public static final Surroundings UNKNOWN = new Surroundings(Optional.empty(), Optional.empty());
    }

    /** A sister of this chip, told by the figures of this one. */
    public HardwareProfile standingFor(String chip) {
        About other = new About(
                name() + " for " + chip,
                chip,
                about.description,
                about.measurements,
                about.sources,
                Optional.of(about.title));
        return new HardwareProfile(other, boundary, cores, figures, conventional, surroundings);
    }

    /** Short name, as used in scenarios. */
    public String name() {
        return about.name();
    }

    /** Watts that one chip draws regardless of activity: its idle power. */
    public Optional<Figure> staticPower() {
        return figures.power().idle();
    }

    /** Whether some energy is that of the whole chip, so that static power and memory are within it. */
    public boolean isAllIn() {
        return figures.energy().values().stream().anyMatch(energy -> energy.accounting() == Accounting.ALL_IN);
    }

    /**
     * Slots that a message makes a core visit.
     *
     * @param neurons in use on a core, in the mean
     * @return the chip's row, else as many as neurons are in use; 0 if nothing is known of crossbar operations
     */
    public double crossbarRow(double neurons) {
        boolean known = figures.time().containsKey(Operation.CROSSBAR_OPERATION)
                || figures.energy().containsKey(Operation.CROSSBAR_OPERATION);
        return known
                ? cores.limits()
                        .of(ChipLimits.Limit.CROSSBAR_ROW)
                        .map(Figure::value)
                        .orElse(neurons)
                : 0;
    }

    /** Whether its energies follow the synaptic events of a network: by a price of each, or by their time and the power at work. */
    public boolean followsSynapses() {
        return Stream.of(Operation.SYNAPTIC_OPERATION, Operation.CROSSBAR_OPERATION)
                .anyMatch(operation -> figures.energy().containsKey(operation)
                        || figures.power().run().isPresent() && figures.time().containsKey(operation));
    }

    /** Whether numbers can flow in, in place of spikes: there is a figure for weighting them, or one that holds it. */
    public boolean takesNumbers() {
        return cores.execution() == Execution.DENSE
                || figures.time().containsKey(Operation.MULTIPLY_ACCUMULATE)
                || figures.energy().containsKey(Operation.MULTIPLY_ACCUMULATE)
                || figures.energy().values().stream()
                        .anyMatch(energy -> energy.covers().contains(Operation.MULTIPLY_ACCUMULATE));
    }

    /**
     * The energies of arithmetic in one number format.
     *
     * @param add joules of one addition
     * @param multiply joules of one multiplication
     */
    public record Arithmetic(Figure add, Figure multiply) {}

    /**
     * One level of a memory hierarchy.
     *
     * @param name such as {@code 32 KB SRAM}
     * @param capacity bytes that it holds; absent for the last level, which holds everything
     * @param access joules to read or write one word
     * @param wordBytes bytes of a word
     */
    public record MemoryLevel(String name, Optional<Figure> capacity, Figure access, int wordBytes) {

        /** @throws IllegalArgumentException if a word has no bytes */
        public MemoryLevel {
            if (wordBytes < 1) {
                throw new IllegalArgumentException("a word has at least one byte, not " + wordBytes);
            }
        }

        /** Whether the given number of bytes fits. */
        public boolean holds(long bytes) {
            return capacity.isEmpty() || bytes <= capacity.get().value();
        }

        /** Words that the given number of bytes takes. */
        public long words(long bytes) {
            return (bytes + wordBytes - 1) / wordBytes;
        }
    }

    /**
     * What it takes to bring inputs to a chip and results back, beyond the messages inside it: a host in the loop, its
     * interface, a reset between inputs.
     *
     * @param tickTime seconds added to each tick
     * @param decisionTime seconds added to each decision
     * @param power watts drawn for these times, on top of the chip's idle power
     * @param decisionEnergy joules added to each decision
     */
    public record InputOutput(
            Optional<Figure> tickTime,
            Optional<Figure> decisionTime,
            Optional<Figure> power,
            Optional<Figure> decisionEnergy) {}

    /**
     * A published measurement of a whole chip, for comparison only: it is never used in a total.
     *
     * @param what what was measured
     * @param figure the measured value
     */
    public record Measurement(String what, Figure figure) {}
}
