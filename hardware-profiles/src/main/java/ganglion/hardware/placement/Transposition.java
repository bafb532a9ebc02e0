package ganglion.hardware.placement;

import ganglion.kernel.network.Synapses;
import ganglion.kernel.parallel.TaskRunner;

/**
 * Turns the rows of a projection, which are by source, into rows by target. Several ranges of targets are done at the same time, each
 * small enough that what it writes to stays in a cache.
 */
final class Transposition {

    /** Targets of a range; those of an in-degree of 1000 take 4 MB. */
    private static final int TARGETS_PER_RANGE = 1024;

    private final Synapses synapses;
    private final TaskRunner runner;

    Transposition(Synapses synapses, TaskRunner runner) {
        this.synapses = synapses;
        this.runner = runner;
    }

    /** Number of synapses before each target. */
    int[] rowStart() {
        int[] starts = new int[synapses.targetSize() + 1];
        forEachTarget((source, target) -> starts[target + 1]++);
        for (int target = 0; target < synapses.targetSize(); target++) {
            starts[target + 1] += starts[target];
        }
        return starts;
    }

    /**
     * The sources of each target, ascending.
     *
     * @param firstSource is added to each
     */
    int[] sources(int firstSource, int[] rowStart) {
        int[] next = rowStart.clone();
        int[] sources = new int[rowStart[synapses.targetSize()]];
        forEachTarget((source, target) -> sources[next[target]++] = firstSource + source);
        return sources;
    }

    private interface Visit {
        void synapse(int source, int target);
    }

    private void forEachTarget(Visit visit) {
        int size = synapses.targetSize();
        runner.run((size + TARGETS_PER_RANGE - 1) / TARGETS_PER_RANGE, range -> {
            int from = range * TARGETS_PER_RANGE;
            int until = Math.min(size, from + TARGETS_PER_RANGE);
            int[] source = new int[1];
            int[][] targets = {new int[TARGETS_PER_RANGE]};
            Synapses.PieceConsumer piece = (delayTicks, position, count) -> {
                if (count > targets[0].length) {
                    targets[0] = new int[2 * count];
                }
                synapses.listTargets(position, count, 0, targets[0], 0);
                for (int i = 0; i < count; i++) {
                    visit.synapse(source[0], targets[0][i]);
                }
            };
            for (; source[0] < synapses.sourceSize(); source[0]++) {
                synapses.forEachPiece(source[0], from, until, piece);
            }
        });
    }
}
