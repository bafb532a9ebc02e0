package ganglion.hardware.estimate;

import ganglion.documents.key.Worded;

/** The parts that an energy of a decision is split into. */
public enum Part implements Worded {
    /** Neurons, synapses and messages, or the layers of the dense network. */
    NETWORK,
    /** From samples of sound to the spikes or numbers that the network takes. */
    FRONT_END,
    /** Bringing inputs to the chip and results back: a host in the loop, its interface, a reset. */
    INPUT_OUTPUT,
    /** What the device draws without work, for the time that its boundary counts; sleep between decisions is here, too. */
    STATIC;

    /** Human-readable, such as {@code front end}. */
    public String label() {
        return this == INPUT_OUTPUT ? "input/output" : word().replace('-', ' ');
    }
}
