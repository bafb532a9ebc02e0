package ganglion.learning.eventprop;

/**
 * Leaky integrators behind the last layer, one per class, which never fire.
 *
 * @param dynamics of the integrators
 * @param input synapses from the last layer
 * @param measure what is read from a potential
 */
public record EventReadOut(ExponentialDynamics dynamics, DelayedSynapses input, Measure measure) {

    /** What is read from the potential of an integrator over a sample. */
    public enum Measure {
        /** The highest potential, at least 0, which is that of the start. */
        MAXIMUM,
        /** The mean over time. */
        MEAN
    }
}
