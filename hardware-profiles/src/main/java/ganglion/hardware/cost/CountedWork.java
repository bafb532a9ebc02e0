package ganglion.hardware.cost;

import ganglion.hardware.chip.Operation;
import java.util.Arrays;
import java.util.Map;

/**
 * The work of a run as a model of the chip did it, cycle by cycle, in place of what would be estimated from spikes.
 *
 * @param operations counts of each operation that the model knows, by tick
 * @param seconds by tick, how long the chip works on what it begins in it
 * @param lateTicks ticks in which an input waits for longer than a tick
 */
public record CountedWork(Map<Operation, int[]> operations, double[] seconds, long lateTicks) {

    /** Takes a copy of the map. */
    public CountedWork {
        operations = Map.copyOf(operations);
    }

    long total(Operation operation) {
        return Arrays.stream(operations.get(operation)).asLongStream().sum();
    }
}
