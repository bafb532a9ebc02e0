package ganglion.hardware.cost;

import ganglion.hardware.chip.Operation;
import java.util.Arrays;
import java.util.Map;

/**
 * The work of a run as a model of the chip did it, cycle by cycle, in place of what would be estimated from spikes.
 *
 * @param operations counts of each operation that the model knows, by tick
 * @param seconds by tick, how long the chip works on what it begins in it
 * @param latencies by tick, seconds from an input to the end of the work that it sets off, or at least to the end of the run: the longest
 * @param lateTicks ticks of which that is longer than a tick, or not done when the run ends
 */
public record CountedWork(Map<Operation, int[]> operations, double[] seconds, double[] latencies, long lateTicks) {

    /** Takes a copy of the map. */
    public CountedWork {
        operations = Map.copyOf(operations);
    }

    long total(Operation operation) {
        return Arrays.stream(operations.get(operation)).asLongStream().sum();
    }
}
