package ganglion.learning.fast.neuron;

/** A layer of neurons in one slice, going back. Owned by one thread. */
public interface FiringBackward {

    /** Starts the backward pass of a batch. */
    void begin(int steps);

    /**
     * Goes back through one step; steps come in descending order.
     *
     * @param last whether it is the last step of the batch, hence the first to come
     * @param spikeGradient with respect to the spikes with their sizes, one row per sample; overwritten
     * @param membraneGradient with respect to the potentials; {@code null} for zero
     * @param firingGradient with respect to whether neurons fire, whatever the size of their spikes; {@code null} for zero
     */
    void backward(
            int step, boolean last, float[][] spikeGradient, float[][] membraneGradient, float[][] firingGradient);

    /** Gradients with respect to the input of each step and sample, once {@link #backward} has been there. */
    float[][] inputGradients();

    /** Adds the collected sums to the gradients of the parameters. */
    void finish(int steps);
}
