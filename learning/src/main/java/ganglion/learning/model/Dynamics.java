package ganglion.learning.model;

/** How the potential of a neuron follows its input. */
public enum Dynamics {
    /** The potential leaks, input is added to it. */
    LEAKY,
    /** Input is added to a current that leaks with {@code alpha}; the potential leaks and integrates the current. */
    SYNAPTIC,
    /** Two currents of opposite sign with {@code alpha} and {@code beta} make a response that rises and falls. */
    ALPHA,
    /** Like {@link #LEAKY} but never fires: a read-out of which the potential is taken. */
    INTEGRATOR
}
