package ganglion.kernel.event;

import java.io.Serial;

/** A neuron was made to fire twice in one tick. */
public final class RepeatedSpikeException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1;

    private final long tick;
    private final int neuron;

    RepeatedSpikeException(long tick, int neuron) {
        super("neuron " + neuron + " fires twice in tick " + tick);
        this.tick = tick;
        this.neuron = neuron;
    }

    /** Whether a spike is the one that is there twice. */
    public boolean isOf(long otherTick, int otherNeuron) {
        return tick == otherTick && neuron == otherNeuron;
    }
}
