package ganglion.hardware.activity;

import ganglion.hardware.chip.Operation;
import java.util.function.ToLongFunction;

/**
 * Words of a core's memory that a run makes a chip touch, as any digital chip must whose neurons are updated in every tick:
 * one word holds a synapse, a neuron's state, or an entry of a routing table. How wide a word is, and whether several are
 * read at once, is the chip's affair; these are counts, and no profile prices them.
 *
 * @param synapsesRead one for each synaptic operation
 * @param statesRead one for each neuron in each tick
 * @param statesWritten one for each active neuron in each tick
 * @param routesRead one for each message sent, and one for each received
 */
public record MemoryWords(long synapsesRead, long statesRead, long statesWritten, long routesRead) {

    /** Nothing touched. */
    public static final MemoryWords NONE = new MemoryWords(0, 0, 0, 0);

    /** The words that follow from counted operations. */
    public static MemoryWords of(ToLongFunction<Operation> counts) {
        return new MemoryWords(
                counts.applyAsLong(Operation.SYNAPTIC_OPERATION),
                counts.applyAsLong(Operation.NEURON_ACCESS),
                counts.applyAsLong(Operation.NEURON_UPDATE_ACTIVE),
                counts.applyAsLong(Operation.MESSAGE_OUT) + counts.applyAsLong(Operation.MESSAGE_IN));
    }

    /** All words together. */
    public long total() {
        return synapsesRead + statesRead + statesWritten + routesRead;
    }
}
