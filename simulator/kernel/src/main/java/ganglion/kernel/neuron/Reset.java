package ganglion.kernel.neuron;

/** What a spike does to the membrane potential of the neuron that fired it. */
public enum Reset {
    /** The potential is set to the reset potential, zero unless given. */
    TO_VALUE,
    /** The threshold is subtracted from the potential, so that what exceeded it is kept. */
    BY_SUBTRACTION,
    /** The potential stays as it is. */
    NONE
}
