package ganglion.hardware.chip;

import ganglion.documents.key.Worded;
import java.util.List;

/** A stage of a core's pipeline, with its operations. */
public enum PipelineStage implements Worded {
    /** Takes messages in. */
    AXON_IN(Operation.MESSAGE_IN),
    /** Reads synapses. */
    SYNAPSE(Operation.SYNAPTIC_OPERATION),
    /** Sums the charges of a neuron's synapses. */
    DENDRITE(Operation.DENDRITE_UPDATE),
    /** Updates neurons and lets them fire. */
    SOMA(
            Operation.NEURON_UPDATE_ACTIVE,
            Operation.NEURON_UPDATE_IDLE,
            Operation.NEURON_ACCESS,
            Operation.NEURON_UPDATE,
            Operation.SPIKE),
    /** Sends messages out. */
    AXON_OUT(Operation.MESSAGE_OUT);

    private final List<Operation> operations;

    PipelineStage(Operation... operations) {
        this.operations = List.of(operations);
    }

    /** The operations of this stage. */
    public List<Operation> operations() {
        return operations;
    }
}
