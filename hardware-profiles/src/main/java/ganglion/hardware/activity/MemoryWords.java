package ganglion.hardware.activity;

import ganglion.hardware.chip.Operation;
import java.util.function.ToLongFunction;

/**
 * Words of memory that a run makes a digital chip touch when it updates all neurons in every tick:
 * one word holds a synapse, the state of a neuron, or an entry of a routing table. The width of a word, and whether several
 * are read at once, depends on the chip; these are counts, and no profile prices them.
 *
 * @param synapsesRead one per synaptic operation, and one per multiply-accumulate
 * @param statesRead one per neuron and tick
 * @param statesWritten one per active neuron and tick
 * @param routesRead one per message sent, and one per message received
 */
public record MemoryWords(long synapsesRead, long statesRead, long statesWritten, long routesRead) {

    /** Nothing touched. */
    public static final MemoryWords NONE = new MemoryWords(0, 0, 0, 0);

    /** The words that follow from counted operations. */
    public static MemoryWords of(ToLongFunction<Operation> counts) {
        return new MemoryWords(
                counts.applyAsLong(Operation.SYNAPTIC_OPERATION) + counts.applyAsLong(Operation.MULTIPLY_ACCUMULATE),
                counts.applyAsLong(Operation.NEURON_ACCESS),
                counts.applyAsLong(Operation.NEURON_UPDATE_ACTIVE),
                counts.applyAsLong(Operation.MESSAGE_OUT) + counts.applyAsLong(Operation.MESSAGE_IN));
    }

    /** All words together. */
    public long total() {
        return synapsesRead + statesRead + statesWritten + routesRead;
    }
}
