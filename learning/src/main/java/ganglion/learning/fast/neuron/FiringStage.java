package ganglion.learning.fast.neuron;

import ganglion.learning.fast.arithmetic.SpikeRows;

/** A layer of neurons in one slice, going forward: keeps what the backward pass needs of all steps. Owned by one thread. */
public interface FiringStage {

    /** Number of neurons. */
    int size();

    /** Starts a batch. */
    void begin(int steps, int sampleCount);

    /** Rows to put the input of a step into. */
    float[][] drive();

    /**
     * One step of all samples.
     *
     * @param input one row per sample; changed only if it is {@link #drive}
     */
    void forward(int step, float[][] input);

    /** Value of a spike of each neuron; {@code null} if all are 1. */
    default float[] spikeSizes() {
        return null;
    }

    /** Value of a spike of a neuron. */
    default float sizeOfSpike(int neuron) {
        return spikeSizes() == null ? 1 : spikeSizes()[neuron];
    }

    /** Spikes of all steps. */
    SpikeRows spikes();

    /** Potentials of all steps, each after its step. */
    float[][] membranes();

    /** Number of samples of the batch. */
    int samples();
}
