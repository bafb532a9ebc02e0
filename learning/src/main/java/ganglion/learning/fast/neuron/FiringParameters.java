package ganglion.learning.fast.neuron;

import ganglion.learning.fast.arithmetic.SliceGradients;

/** What is derived from the parameters of a layer of neurons. Shared by all slices. */
public interface FiringParameters {

    /** Reads the present values of the parameters. */
    void refresh();

    /** The layer in a slice, whose gradients it adds to. */
    FiringPass pass(SliceGradients gradients);
}
