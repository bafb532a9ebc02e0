package ganglion.hardware.chip;

import ganglion.documents.key.Worded;
import java.util.Arrays;
import java.util.List;

/**
 * An operation that is counted, and that a profile may give an energy and a time for. Names in documents are lower-case with
 * hyphens; {@link #meaning} defines each.
 */
public enum Operation implements Worded {
    SYNAPTIC_OPERATION("synaptic operations", "One weight applied for one spike, weights of zero included."),
    CROSSBAR_OPERATION(
            "crossbar operations",
            "One slot of a crossbar's row visited for one message, whether or not a synapse is there."),
    DENDRITE_UPDATE(
            "dendrite updates",
            "One addition of a synapse's charge to a dendrite, for chips that price it apart from the synapse."),
    NEURON_UPDATE_ACTIVE("neuron updates, active", "One neuron in one tick in which an input reaches it or it fires."),
    NEURON_UPDATE_IDLE("neuron updates, idle", "One neuron in one tick in which nothing reaches it."),
    NEURON_ACCESS(
            "neuron accesses",
            "One neuron accessed in one tick, active or not, for chips that price the access apart from the update."),
    NEURON_UPDATE("neuron updates on top of accesses", "One active neuron in one tick, on top of its access."),
    SPIKE("spikes", "One spike of a neuron on the chip, counted once, whatever its number of targets."),
    MESSAGE_OUT("messages sent", "One spike sent to one core: leaving the core it comes from."),
    MESSAGE_IN("messages received", "One spike sent to one core: entering the core it goes to."),
    MESSAGE_WITHIN_TILE(
            "messages within a tile", "One message between two cores of one tile, or from a core to itself."),
    HOP_EAST("hops east", "One step of one message to the router in the east."),
    HOP_WEST("hops west", "One step of one message to the router in the west."),
    HOP_NORTH("hops north", "One step of one message to the router in the north."),
    HOP_SOUTH("hops south", "One step of one message to the router in the south."),
    MESSAGE_BETWEEN_CHIPS("messages between chips", "One message from one chip to another."),
    ENCODER_UPDATE(
            "encoder updates", "One tick of one input neuron's encoder in the front end, whether or not it fires."),
    INPUT_SPIKE("input spikes", "One spike of an input, encoded by a front end, whether or not it reaches a core."),
    INPUT_MESSAGE("input messages", "One message that brings an input spike to a core from outside the chip."),
    LEAK(
            "leaks",
            "One slot of a crossbar's row visited by an event of time, at which neurons leak: one event in each tick"
                    + " of a network with a leak."),
    NETWORK_STEP("network steps", "One tick of the whole network on one chip, for chips that are measured no finer."),
    MULTIPLY_ACCUMULATE(
            "multiply-accumulates",
            "One weight times one number: of a dense network; on a chip that follows spikes, of an input of numbers,"
                    + " if neither is zero. Without a figure for it such a chip takes no numbers.");

    private static final List<Operation> HOPS = List.of(HOP_EAST, HOP_WEST, HOP_NORTH, HOP_SOUTH);

    private final String label;
    private final String meaning;

    Operation(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /** Human-readable name, in the plural. */
    public String label() {
        return label;
    }

    /** What counts as one operation, in full sentences. */
    public String meaning() {
        return meaning;
    }

    /** The four directions that a message can take a step in. */
    public static List<Operation> hops() {
        return HOPS;
    }

    /**
     * The operation of a document's key.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Operation of(String key) {
        return Arrays.stream(values())
                .filter(operation -> operation.word().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no operation " + key));
    }
}
