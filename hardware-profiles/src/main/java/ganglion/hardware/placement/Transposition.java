package ganglion.hardware.placement;

import ganglion.kernel.network.StoredSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.parallel.TaskRunner;
import java.util.List;

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
        forEachPiece((source, targets, count) -> {
            for (int i = 0; i < count; i++) {
                starts[targets[i] + 1]++;
            }
        });
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
        forEachPiece((source, targets, count) -> {
            for (int i = 0; i < count; i++) {
                sources[next[targets[i]]++] = firstSource + source;
            }
        });
        return sources;
    }

    /**
     * The sources of each target as bits of words.
     *
     * @param firstSource network-wide number of the first source
     * @param words words of a target
     */
    long[] bits(int firstSource, int words) {
        long[] bits = new long[synapses.targetSize() * words];
        forEachPiece((source, targets, count) -> {
            int word = (firstSource + source >> 6) - (firstSource >> 6);
            long bit = 1L << firstSource + source;
            for (int i = 0; i < count; i++) {
                bits[targets[i] * words + word] |= bit;
            }
        });
        return bits;
    }

    private interface Visit {
        void piece(int source, int[] targets, int count);
    }

    private void forEachPiece(Visit visit) {
        int size = synapses.targetSize();
        runner.run((size + TARGETS_PER_RANGE - 1) / TARGETS_PER_RANGE, range -> {
            int from = range * TARGETS_PER_RANGE;
            int until = Math.min(size, from + TARGETS_PER_RANGE);
            List<StoredSynapses> parts = synapses.within(from, until);
            int[][] targets = {new int[TARGETS_PER_RANGE]};
            for (int row = 0; row < synapses.sourceSize(); row++) {
                int source = row;
                for (StoredSynapses part : parts) {
                    part.forEachPiece(source, from, until, (delayTicks, position, count) -> {
                        if (count > targets[0].length) {
                            targets[0] = new int[2 * count];
                        }
                        part.listTargets(position, count, 0, targets[0], 0);
                        visit.piece(source, targets[0], count);
                    });
                }
            }
        });
    }
}
