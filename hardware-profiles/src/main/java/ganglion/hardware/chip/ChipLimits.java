package ganglion.hardware.chip;

import ganglion.documents.key.Worded;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.figure.Figure.FigureKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a chip can hold. An absent limit is unknown, which is not the same as unlimited: the placement reports it.
 *
 * @param known the limits that are known
 * @param none those that the chip is known not to have, with the evidence
 * @param kinds kinds of cores, where they differ; then limits of a core are those of the smallest
 */
public record ChipLimits(Map<Limit, Figure> known, Map<Limit, NoLimit> none, List<CoreKind> kinds) {

    /** Nothing is known. */
    public static final ChipLimits UNKNOWN = new ChipLimits(Map.of(), Map.of(), List.of());

    /**
     * Cores of a chip that are alike.
     *
     * @param cores their number on a chip
     * @param neurons that each holds
     * @param synapses into each
     */
    public record CoreKind(int cores, int neurons, int synapses) {}

    /**
     * Why a chip is known not to have a limit.
     *
     * @param kind kind of evidence
     * @param source full citation
     * @param note conditions and doubts; empty if there are none
     */
    public record NoLimit(FigureKind kind, String source, String note) {}

    /** One limit. Names in documents are lower-case with hyphens; {@link #meaning} defines each. */
    public enum Limit implements Worded {
        CHIPS("chips in a system", "Chips in the largest system. One, if left out.", "768"),
        NEURONS_PER_CORE("neurons per core", "Neurons on one core.", "1024"),
        SYNAPSES_PER_CORE("synapses per core", "Synapses into one core.", "65536"),
        INPUT_AXONS_PER_CORE("input axons per core", "Source neurons that may reach one core.", "4096"),
        OUTPUT_AXONS_PER_CORE(
                "output axons per core", "Pairs of a neuron of one core and a core that it reaches.", "4096"),
        SYNAPSE_MEMORY_PER_CORE("synapse memory per core", "Memory for the synapses into one core.", "128 KiB"),
        MEMORY_PER_SYNAPSE("memory per synapse", "What one synapse takes of that memory.", "9 bit"),
        FAN_IN("synapses into a neuron", "Synapses into one neuron.", "256"),
        WEIGHT_BITS("bits of a weight", "Bits of a weight, sign included.", "9"),
        STATE_BITS("bits of a membrane potential", "Bits of a membrane potential, sign included.", "24"),
        STATE_FRACTION_BITS(
                "bits of a potential below a weight",
                "Bits of a membrane potential that are finer than the smallest difference of two weights.",
                "6"),
        DECAY_BITS("bits of a decay", "Bits of the share that a tick takes off a membrane potential.", "12"),
        DELAY_TICKS("longest delay in ticks", "Longest delay, in ticks.", "62"),
        CROSSBAR_ROW(
                "slots in a row of the crossbar",
                "Synapse slots that one message makes a core visit, whether or not a synapse is there: what"
                        + " crossbar-operation counts. Without it, one for each neuron in use.",
                "256"),
        INPUTS("input neurons", "Input neurons of a network.", "16"),
        OUTPUTS("output neurons", "Neurons of populations that feed no other population.", "8"),
        FAN_OUT(
                "synapses out of a neuron",
                "Synapses out of one neuron of the chip. Those of inputs are not counted.",
                "64"),
        TARGET_CORES(
                "cores that a neuron reaches",
                "Cores that one neuron of the chip sends to. One that reaches more needs copies of itself beside it,"
                        + " which take room as neurons do.",
                "1"),
        WEIGHTS_PER_NEURON(
                "different weights into a neuron", "Different weights into one neuron, those of 0 not counted.", "4"),
        REFRACTORY_TICKS("longest refractory period in ticks", "Longest refractory period, in ticks.", "63");

        private final String label;
        private final String meaning;
        private final String example;

        Limit(String label, String meaning, String example) {
            this.label = label;
            this.meaning = meaning;
            this.example = example;
        }

        /** Human-readable name. */
        public String label() {
            return label;
        }

        /** What it limits, in full sentences. */
        public String meaning() {
            return meaning;
        }

        /** A value as a document writes it: bytes with a unit, else a count. */
        public String example() {
            return example;
        }

        /** Whether it is a number of bytes; all others are counts. */
        public boolean isMemory() {
            return this == SYNAPSE_MEMORY_PER_CORE || this == MEMORY_PER_SYNAPSE;
        }
    }

    /** Takes copies of the maps. */
    public ChipLimits {
        known = Map.copyOf(known);
        none = Map.copyOf(none);
        kinds = List.copyOf(kinds);
    }

    /** Whether it is known what the limit is, or that there is none. */
    public boolean knows(Limit limit) {
        return known.containsKey(limit) || none.containsKey(limit);
    }

    /** A limit, where it is known. */
    public Optional<Figure> of(Limit limit) {
        return Optional.ofNullable(known.get(limit));
    }

    /** A limit as a whole number; one that is unknown is never reached. */
    public long most(Limit limit) {
        return of(limit).map(figure -> (long) figure.value()).orElse(Long.MAX_VALUE);
    }

    /** Bits of a potential that is counted in steps of the weights; one that is unknown is never reached. */
    public long stateBitsInWeights() {
        return most(Limit.STATE_BITS)
                - of(Limit.STATE_FRACTION_BITS)
                        .map(figure -> (long) figure.value())
                        .orElse(0L);
    }
}
