package ganglion.kernel.connectivity;

import ganglion.kernel.network.SynapseParameter;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.parallel.TaskRunner;
import java.util.Arrays;
import java.util.function.IntConsumer;

/** Who is joined to whom, as counts. */
final class Joined {

    /** Several tasks, run backwards: nothing may depend on their order. */
    static final TaskRunner SEVEN_TASKS = new TaskRunner() {
        @Override
        public int parallelism() {
            return 7;
        }

        @Override
        public void run(int tasks, IntConsumer task) {
            for (int i = tasks - 1; i >= 0; i--) {
                task.accept(i);
            }
        }
    };

    private Joined() {}

    /** Number of synapses from each source to each target; the same for any number of tasks, or it fails. */
    static int[][] by(Connector connector, Ends ends) {
        Connection connection = new Connection(connector, SynapseParameter.constant(1), SynapseParameter.constant(1.2));
        int[][] alone = counts(connection.connect(ends, TaskRunner.SEQUENTIAL));
        int[][] inTasks = counts(connection.connect(ends, SEVEN_TASKS));
        if (!Arrays.deepEquals(alone, inTasks)) {
            throw new AssertionError(connector + " makes other synapses in several tasks");
        }
        return alone;
    }

    static int[][] counts(Synapses synapses) {
        int[][] counts = new int[synapses.sourceSize()][synapses.targetSize()];
        for (int source = 0; source < counts.length; source++) {
            int last = 0;
            for (int i = 0; i < synapses.outDegree(source); i++) {
                int target = synapses.target(source, i);
                if (target < last) {
                    throw new AssertionError("row " + source + " does not ascend");
                }
                counts[source][target]++;
                last = target;
            }
        }
        return counts;
    }

    static int total(int[][] counts) {
        int total = 0;
        for (int[] row : counts) {
            for (int count : row) {
                total += count;
            }
        }
        return total;
    }

    static int[] inDegrees(int[][] counts) {
        int[] degrees = new int[counts[0].length];
        for (int[] row : counts) {
            for (int target = 0; target < row.length; target++) {
                degrees[target] += row[target];
            }
        }
        return degrees;
    }

    static int onDiagonal(int[][] counts) {
        int sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i][i];
        }
        return sum;
    }

    static int largest(int[][] counts) {
        int largest = 0;
        for (int[] row : counts) {
            for (int count : row) {
                largest = Math.max(largest, count);
            }
        }
        return largest;
    }
}
