package ganglion.learning.reference.layer;

/** A layer that runs, forward through all steps and then back. Keeps what the backward pass needs. Not thread safe. */
public interface ReferenceLayer {

    /**
     * Begins a training step, where it matters how far training is.
     *
     * @param progress share of the epochs that are done, 0 to 1
     */
    default void begin(double progress) {}

    /**
     * Output for an input.
     *
     * @param training whether layers that differ in training and evaluation, such as dropout, are in training
     */
    Sequence forward(Sequence input, boolean training);

    /**
     * Gradient with respect to the input of the latest forward pass; also adds to the gradients of the parameters.
     *
     * @param gradient with respect to the output
     */
    Sequence backward(Sequence gradient);

    /** Adds to the gradients of the parameters only, where nothing needs the gradient of the input. */
    default void addGradients(Sequence gradient) {
        backward(gradient);
    }
}
