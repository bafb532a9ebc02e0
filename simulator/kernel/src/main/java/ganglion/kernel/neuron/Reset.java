package ganglion.kernel.neuron;

/**
 * What a spike does to the membrane potential of the neuron that fired it. These are the conventions of trainers and
 * simulators; each is followed to the bit, so that a network fires here as it did where it was made.
 */
public enum Reset {
    /** The potential is set to the reset potential, zero unless given. */
    TO_VALUE,
    /**
     * The potential is set to the reset potential, and the input of that tick is lost: what snnTorch's recurrent and
     * synaptic neurons call a reset to zero. Differs from {@link #TO_VALUE} only where the reset is delayed.
     */
    TO_VALUE_LOSING_INPUT,
    /** The threshold is subtracted from the potential, so that the excess above it remains. */
    BY_SUBTRACTION,
    /** The potential stays as it is. */
    NONE;

    /** Whether the potential is the reset potential after the reset, whatever it was before. */
    public boolean toValue() {
        return this == TO_VALUE || this == TO_VALUE_LOSING_INPUT;
    }
}
