package ganglion.learning.fast;

import ganglion.learning.fast.arithmetic.SliceGradients;

/** What is derived from the parameters of a layer of neurons. Shared by all slices. */
interface FiringParameters {

    /** Reads the present values of the parameters. */
    void refresh();

    /** What its own spikes have to do with the layer. */
    FastRecurrence recurrence();

    /** The layer in a slice, whose gradients it adds to. */
    FiringStage stage(SliceGradients gradients);
}
