package ganglion.cochlea.encode;

/**
 * An encoder whose spikes are those of leaky neurons, one per band, with one decay and one threshold, so that both can be learned
 * as parameters of a layer of neurons.
 */
public interface LearnableEncoder extends SpikeEncoder {

    /** What a spike does to the potential, as layers of neurons have it: one step late. */
    enum LateReset {
        /** Sets it to zero, so that only the input of the next step is left there. */
        ZERO,
        /** Subtracts the threshold at the next step, after the decay. */
        SUBTRACT,
        /** Something else, which layers of neurons do not have. */
        OTHER
    }

    /** Share of the potential that is left after one frame, 0 to 1. */
    double beta();

    /** Potential at which the neurons fire, above 0. */
    double threshold();

    /** What a spike does to the potential. */
    LateReset lateReset();

    /**
     * The same with another decay and threshold.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    LearnableEncoder with(double otherBeta, double otherThreshold);
}
