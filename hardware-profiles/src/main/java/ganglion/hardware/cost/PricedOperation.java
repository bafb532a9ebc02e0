package ganglion.hardware.cost;

import ganglion.hardware.activity.OperationCounter;
import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.Operation;

/**
 * An operation with its energy, for all populations or for those of one pipeline unit.
 *
 * @param operation the operation
 * @param unit name of the unit; empty where the chip has only one
 * @param energy energy of one operation
 * @param populations indices of the populations concerned; null for all, as always where messages are counted, which belong to
 *     cores: a profile has one unit at most for those, and none for crossbars
 * @param factor operations per counted one: 1 except for crossbars
 */
public record PricedOperation(Operation operation, String unit, EnergyFigure energy, int[] populations, long factor) {

    /** Stable key, such as {@code synaptic-operation} or {@code synaptic-operation/dense-synapse}. */
    public String key() {
        return unit.isEmpty() ? operation.key() : operation.key() + '/' + unit;
    }

    /** Human-readable name. */
    public String label() {
        return unit.isEmpty() ? operation.label() : operation.label() + " in " + unit;
    }

    /** Number of operations in the tick that ended last. */
    public long inTick(OperationCounter counter) {
        if (populations == null) {
            return factor * counter.inTick(counted());
        }
        long count = 0;
        for (int population : populations) {
            count += counter.inTick(operation, population);
        }
        return count;
    }

    /** Number of operations in all ticks. */
    public long total(OperationCounter counter) {
        if (populations == null) {
            return factor * counter.total(counted());
        }
        long count = 0;
        for (int population : populations) {
            count += counter.total(operation, population);
        }
        return count;
    }

    /** A crossbar visits one row per message; every other operation is counted itself. */
    private Operation counted() {
        return operation == Operation.CROSSBAR_OPERATION ? Operation.MESSAGE_IN : operation;
    }
}
