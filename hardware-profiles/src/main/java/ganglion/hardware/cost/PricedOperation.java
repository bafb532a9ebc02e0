package ganglion.hardware.cost;

import ganglion.hardware.activity.OperationCounter;
import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.Operation;

/**
 * An operation with its energy, for all populations or, where these are in different pipeline units, for those of one unit.
 *
 * @param operation what is done
 * @param unit name of the unit; empty where the chip has but one way to do it
 * @param energy what doing it once costs
 * @param populations the populations that it is done for, by index; null for all
 * @param factor operations for each one that is counted, 1 but for crossbars
 */
public record PricedOperation(Operation operation, String unit, EnergyFigure energy, int[] populations, long factor) {

    /** Stable key, such as {@code synaptic-operation} or {@code synaptic-operation/dense-synapse}. */
    public String key() {
        return unit.isEmpty() ? operation.key() : operation.key() + '/' + unit;
    }

    /** Name for people. */
    public String label() {
        return unit.isEmpty() ? operation.label() : operation.label() + " in " + unit;
    }

    /** How often it is done in the tick that ended last. */
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

    /** How often it is done in all ticks. */
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

    /** A crossbar's row is visited for each message; everything else is counted as what it is. */
    private Operation counted() {
        return operation == Operation.CROSSBAR_OPERATION ? Operation.MESSAGE_IN : operation;
    }
}
