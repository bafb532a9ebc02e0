package ganglion.kernel.event;

import java.io.Serial;

/** A neuron was made to fire twice in one tick. */
public final class RepeatedSpikeException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1;

    RepeatedSpikeException(long tick, int neuron) {
        super("neuron " + neuron + " fires twice in tick " + tick);
    }
}
