package ganglion.hardware.chip;

import java.util.Locale;

/** What determines the work that a chip does for a network. */
public enum Execution {
    /** Work follows the spikes: synaptic operations, neuron updates and messages. */
    SPIKING,
    /** The equivalent dense network is computed whole in every tick, whether there are spikes or not. */
    DENSE;

    /** The word used in documents and reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
