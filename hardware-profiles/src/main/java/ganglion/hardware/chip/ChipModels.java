package ganglion.hardware.chip;

import ganglion.documents.key.Worded;
import ganglion.hardware.figure.Figure.FigureKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the neurons and synapses of a chip compute. A group that is absent is not known, which does not mean that the chip
 * computes anything.
 *
 * @param known what is known of each group
 */
public record ChipModels(Map<Group, Listing> known) {

    /** Nothing is known. */
    public static final ChipModels UNKNOWN = new ChipModels(Map.of());

    /** What traits are about. */
    public enum Group implements Worded {
        NEURONS("neuron equations", "What the equations of its neurons have."),
        SYNAPSES("synapse kinds", "What a synaptic event does to a neuron, and whether weights learn."),
        RESETS("resets", "What a spike does to the membrane potential.");

        private final String label;
        private final String meaning;

        Group(String label, String meaning) {
            this.label = label;
            this.meaning = meaning;
        }

        /** Human-readable name. */
        public String label() {
            return label;
        }

        /** What it says, in a full sentence. */
        public String meaning() {
            return meaning;
        }
    }

    /**
     * Something that a network may ask of a chip. A stand-in computes another network: it is named, and its spikes can be
     * compared with those of the given one.
     */
    public enum Trait implements Worded {
        NO_LEAK(Group.NEURONS, "integration without a leak"),
        LINEAR_LEAK(Group.NEURONS, "a leak by a constant"),
        EXPONENTIAL_LEAK(Group.NEURONS, "an exponential leak"),
        BIAS(Group.NEURONS, "a constant current"),
        REFRACTORY_PERIOD(Group.NEURONS, "a refractory period"),
        ADAPTIVE_THRESHOLD(Group.NEURONS, "an adaptive threshold"),
        ADAPTIVE_CURRENT(Group.NEURONS, "an adaptation current"),
        RESONATOR(Group.NEURONS, "a resonating membrane"),
        IZHIKEVICH(Group.NEURONS, "Izhikevich's equations"),
        NOISE(Group.NEURONS, "noise"),
        NEGATIVE_POTENTIAL(Group.NEURONS, "a potential below zero"),
        FLOOR_AT_ZERO(Group.NEURONS, "a potential that stops at zero"),
        ANY_DECAY(Group.NEURONS, "decays of any length"),
        SHIFT_DECAY(Group.NEURONS, "decays by 1/2, 1/4, 1/8 and so on a tick alone"),
        READ_OUT(Group.NEURONS, "potentials that are read out"),
        DELTA(Group.SYNAPSES, "a jump of the potential"),
        EXPONENTIAL_CURRENT(Group.SYNAPSES, "an exponential synaptic current"),
        ALPHA_CURRENT(Group.SYNAPSES, "an alpha-shaped synaptic current"),
        TWO_CURRENTS(Group.SYNAPSES, "two synaptic currents with decays of their own"),
        RECURRENCE(Group.SYNAPSES, "synapses in a loop"),
        BOTH_SIGNS(Group.SYNAPSES, "weights of both signs from one neuron"),
        PAIR_STDP(Group.SYNAPSES, "plasticity by pairs of spikes"),
        SHARED_WEIGHTS(Group.SYNAPSES, "weights that a convolution shares"),
        NUMBERS_BETWEEN_LAYERS(Group.SYNAPSES, "numbers between layers"),
        PRODUCTS_OF_ACTIVATIONS(Group.SYNAPSES, "products of activations"),
        LARGEST_OF_POOL(Group.SYNAPSES, "the largest value of a pool"),
        RESET_TO_VALUE(Group.RESETS, "a reset to a value"),
        RESET_BY_SUBTRACTION(Group.RESETS, "a reset by subtraction"),
        NO_RESET(Group.RESETS, "no reset"),
        POISSON_EVENTS(Group.NEURONS, "how Poisson events reach its neurons, whose work is not counted"),
        OTHER(Group.NEURONS, "equations that no chip is known to compute");

        private final Group group;
        private final String label;

        Trait(Group group, String label) {
            this.group = group;
            this.label = label;
        }

        /** What may be computed in its place, the best first. */
        private List<Trait> standIns() {
            return switch (this) {
                case NO_LEAK -> List.of(EXPONENTIAL_LEAK);
                case EXPONENTIAL_LEAK -> List.of(LINEAR_LEAK);
                case LARGEST_OF_POOL -> List.of(DELTA);
                case NEGATIVE_POTENTIAL -> List.of(FLOOR_AT_ZERO);
                case ANY_DECAY -> List.of(SHIFT_DECAY);
                case EXPONENTIAL_CURRENT -> List.of(DELTA);
                case ALPHA_CURRENT -> List.of(EXPONENTIAL_CURRENT, DELTA);
                case RESET_BY_SUBTRACTION -> List.of(RESET_TO_VALUE);
                case RESET_TO_VALUE -> List.of(RESET_BY_SUBTRACTION);
                default -> List.of();
            };
        }

        /** Whether profiles list it. A chip has decays of any length unless it lists the others; of Poisson events nothing is known. */
        public boolean isListed() {
            return this != OTHER && this != ANY_DECAY && this != POISSON_EVENTS;
        }

        /** The group that lists it. */
        public Group group() {
            return group;
        }

        /** Human-readable name, with its article. */
        public String label() {
            return label;
        }
    }

    /**
     * The traits of a group.
     *
     * @param has what the chip has
     * @param unknown of which the source says nothing; what is in neither set the chip does not have
     * @param kind kind of evidence
     * @param source full citation
     * @param note conditions and doubts; empty if there are none
     */
    public record Listing(Set<Trait> has, Set<Trait> unknown, FigureKind kind, String source, String note) {

        /** Takes copies of the sets. */
        public Listing {
            has = Set.copyOf(has);
            unknown = Set.copyOf(unknown);
        }
    }

    /** Takes a copy of the map. */
    public ChipModels {
        known = Map.copyOf(known);
    }

    /** Whether the chip has a trait; empty if that is not known. */
    public Optional<Boolean> has(Trait trait) {
        Listing listing = known.get(trait.group());
        if (listing == null || trait == Trait.POISSON_EVENTS) {
            return Optional.empty();
        }
        if (listing.has().contains(trait)
                || trait == Trait.ANY_DECAY && !listing.has().contains(Trait.SHIFT_DECAY)) {
            return Optional.of(true);
        }
        return listing.unknown().contains(trait) ? Optional.empty() : Optional.of(false);
    }

    /** What the chip would compute in the place of a trait that it does not have; empty if it has nothing like it. */
    public Optional<Trait> standIn(Trait trait) {
        return trait.standIns().stream()
                .filter(other -> has(other).orElse(false))
                .findFirst();
    }
}
