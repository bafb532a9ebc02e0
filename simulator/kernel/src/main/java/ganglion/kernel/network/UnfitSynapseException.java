package ganglion.kernel.network;

import java.io.Serial;

/** A synapse cannot be, because of its weight or of its delay. */
public final class UnfitSynapseException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1;

    /** What is wrong with it. */
    public enum Part {
        WEIGHT,
        DELAY
    }

    private final Part part;

    UnfitSynapseException(Part part, String message) {
        super(message);
        this.part = part;
    }

    /** What is wrong with it. */
    public Part part() {
        return part;
    }
}
