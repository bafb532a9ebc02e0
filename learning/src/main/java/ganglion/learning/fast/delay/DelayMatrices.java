package ganglion.learning.fast.delay;

import ganglion.kernel.parallel.TaskRunner;
import java.util.Arrays;

/**
 * The synapses of a table as one matrix for each step of delay: many zeros, but sums and products of rows are several times as fast
 * per number as a walk from synapse to synapse. Worth it where spreads are wide, or the bound is short.
 */
final class DelayMatrices {

    /** How much faster: measured as about 20 with 256 neurons. */
    private static final int GAIN = 16;

    /** Numbers in all matrices: 400 MB. More would be slower too, as each step of a sample reads all of them. */
    private static final long ROOM = 100_000_000;

    private final SpreadTable table;
    private final int size;
    private float[][][] byTarget = new float[0][][];
    private float[][][] bySource = new float[0][][];

    DelayMatrices(SpreadTable table) {
        this.table = table;
        this.size = table.weight().rows().length;
    }

    /** Whether matrices cost less than single synapses; never after training, when each synapse takes one step. */
    boolean pay() {
        return table.steps() > 1 && pay(size, table.longest(), table.steps());
    }

    /**
     * Whether they do for a layer.
     *
     * @param size number of neurons
     * @param longest bound of the delays, in steps
     * @param steps of each spread
     */
    static boolean pay(long size, int longest, int steps) {
        return GAIN * steps > longest && 2 * (longest + 1) * size * size <= ROOM;
    }

    /** Reads the present table, where that pays; where it no longer does, gives the memory back. */
    void read(TaskRunner workers) {
        if (!pay()) {
            byTarget = new float[0][][];
            bySource = new float[0][][];
            return;
        }
        if (byTarget.length == 0) {
            byTarget = new float[table.longest() + 1][size][size];
            bySource = new float[table.longest() + 1][size][size];
        }
        workers.run(size, this::readTarget);
        workers.run(size, this::readSource);
    }

    private void readTarget(int target) {
        for (float[][] matrix : byTarget) {
            Arrays.fill(matrix[target], 0);
        }
        for (int source = 0; source < size; source++) {
            read(byTarget, source, target, target, source);
        }
    }

    private void readSource(int source) {
        for (float[][] matrix : bySource) {
            Arrays.fill(matrix[source], 0);
        }
        for (int target = 0; target < size; target++) {
            read(bySource, source, target, source, target);
        }
    }

    private void read(float[][][] matrices, int source, int target, int row, int column) {
        int steps = table.steps();
        int first = table.first(source)[target];
        float[] shares = table.shares(source);
        float weight = table.weight().rows()[source][target];
        for (int j = 0; j < steps; j++) {
            matrices[first + j][row][column] = weight * shares[target * steps + j];
        }
    }

    /** What a spike is worth after a delay: weight times share of that step, a row for each target, a column for each source. */
    float[][] byTarget(int delay) {
        return byTarget[delay];
    }

    /** The same with a row for each source. */
    float[][] bySource(int delay) {
        return bySource[delay];
    }
}
