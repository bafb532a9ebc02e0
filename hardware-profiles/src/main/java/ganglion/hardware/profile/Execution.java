package ganglion.hardware.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What work a network means for a chip. */
public enum Execution {
    /** Work follows the spikes: synaptic operations, neuron updates and messages. */
    @JsonProperty("spiking")
    SPIKING,
    /** The equivalent dense network is computed whole in every tick, whether there are spikes or not. */
    @JsonProperty("dense")
    DENSE;

    /** The word used in documents and reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
