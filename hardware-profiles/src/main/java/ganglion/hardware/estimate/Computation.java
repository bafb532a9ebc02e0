package ganglion.hardware.estimate;

/** What a device computes for a decision. */
public enum Computation {
    /** The spiking network, event by event. */
    SPIKES("spiking network"),
    /** The spiking network run densely: every weight and every neuron, in every tick. */
    DENSE_TICKS("the same, dense in every tick"),
    /** An artificial network of the same layers, run once for the decision. */
    ARTIFICIAL("artificial network, once");

    private final String label;

    Computation(String label) {
        this.label = label;
    }

    /** The word used in documents and reports, such as {@code dense-ticks}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Human-readable. */
    public String label() {
        return label;
    }
}
