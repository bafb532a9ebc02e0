package ganglion.hardware.chip;

import ganglion.documents.key.Worded;

/** What determines the work that a chip does for a network. */
public enum Execution implements Worded {
    /** Work follows the spikes: synaptic operations, neuron updates and messages. */
    SPIKING,
    /** The equivalent dense network is computed whole in every tick, whether there are spikes or not. */
    DENSE;
}
