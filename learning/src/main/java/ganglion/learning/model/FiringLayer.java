package ganglion.learning.model;

/** A layer of neurons, one to each input: it has potentials, and fires spikes unless it only integrates. */
public non-sealed interface FiringLayer extends Layer {

    /** Whether the neurons can fire. */
    boolean fires();

    /** Whether the neurons receive spikes of their own layer. */
    Recurrence recurrence();

    @Override
    default LayerShape outputShape(LayerShape input) {
        return input;
    }
}
