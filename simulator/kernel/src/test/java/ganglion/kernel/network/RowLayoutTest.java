package ganglion.kernel.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.parallel.TaskRunner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowLayoutTest {

    private record Synapse(int source, int target, double weight, int delay) {}

    /** Runs tasks backwards: nothing may depend on their order. */
    private static final TaskRunner THREE_TASKS = new TaskRunner() {
        @Override
        public int parallelism() {
            return 3;
        }

        @Override
        public void run(int tasks, IntConsumer task) {
            for (int i = tasks - 1; i >= 0; i--) {
                task.accept(i);
            }
        }
    };

    private static List<Synapse> inOrderOfDelay(Synapses synapses) {
        List<Synapse> read = inRows(synapses);
        read.sort(Comparator.comparingInt(Synapse::source)
                .thenComparingInt(Synapse::delay)
                .thenComparingInt(Synapse::target));
        return read;
    }

    private static List<Synapse> inRows(Synapses synapses) {
        List<Synapse> read = new ArrayList<>();
        for (int source = 0; source < synapses.sourceSize(); source++) {
            for (int i = 0; i < synapses.outDegree(source); i++) {
                read.add(new Synapse(
                        source,
                        synapses.target(source, i),
                        synapses.weight(source, i),
                        synapses.delayTicks(source, i)));
            }
        }
        return read;
    }

    /**
     * Weights that all look alike, or like floats, in the rows looked at first, and are not: the layout is widened once the
     * others are found, in whichever state that leaves the rows.
     */
    @ParameterizedTest
    @CsvSource({"0.5, 0.5, 5", "0.5, 0.25, 5", "0.5, 0.1, 5", "0.25, 0.1, 5", "0.5, 0.1, 1", "0.25, 0.1, 2000000000"})
    void findsWeightsThatNeedMoreRoomInAnyRow(double usual, double other, int longest) {
        int rows = 40;
        int perRow = 30;
        int[] rowStart = new int[rows + 1];
        Arrays.setAll(rowStart, row -> row * perRow);
        SynapseParameter weights = (source, target, twin) -> source == 11 && target == 7 ? other : usual + twin;
        SynapseParameter delays = (source, target, twin) -> 1 + (31L * source + 7L * target + 3L * twin) % longest;

        for (TaskRunner runner : List.of(TaskRunner.SEQUENTIAL, THREE_TASKS)) {
            int[] targets = new int[rows * perRow];
            Arrays.setAll(targets, i -> i % perRow / 2);
            SparseSynapses synapses =
                    SparseSynapses.ofRows(20, TargetSlice.whole(20), rowStart, targets, weights, delays, runner);

            List<Synapse> expected = new ArrayList<>();
            for (int source = 0; source < rows; source++) {
                for (int i = 0; i < perRow; i++) {
                    int delay = (int) delays.at(source, i / 2, i % 2);
                    expected.add(new Synapse(source, i / 2, weights.at(source, i / 2, i % 2), delay));
                }
            }
            expected.sort(Comparator.comparingInt(Synapse::source)
                    .thenComparingInt(Synapse::delay)
                    .thenComparingInt(Synapse::target));
            assertEquals(expected, inOrderOfDelay(synapses));
        }
    }

    /** A weight or a delay may take longer to draw than all the rest. */
    @Test
    void computesWeightsAndDelaysOnce() {
        int[] rowStart = new int[101];
        Arrays.setAll(rowStart, row -> 20 * row);
        int[] targets = new int[2000];
        Arrays.setAll(targets, i -> i % 20);
        AtomicInteger weights = new AtomicInteger();
        AtomicInteger delays = new AtomicInteger();

        SparseSynapses.ofRows(
                20,
                TargetSlice.whole(20),
                rowStart,
                targets,
                (source, target, twin) -> 0.1 * target + 0 * weights.incrementAndGet(),
                (source, target, twin) -> 1 + target % 7 + 0 * delays.incrementAndGet(),
                TaskRunner.SEQUENTIAL);

        assertEquals(2000 + 3 * 20, weights.get(), "those of three rows are looked at first");
        assertEquals(2000, delays.get());
    }
}
