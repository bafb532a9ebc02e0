package ganglion.kernel.connectivity;

import ganglion.kernel.random.BinomialCount;
import ganglion.kernel.random.CounterRandom;

/**
 * Finds in-degrees of {@link FixedTotal}, from all targets down to one. The halves on the way are kept, so that a target near the last
 * one costs only the halves that it does not share with it: about two draws where targets ascend. Not thread-safe; one per task.
 */
final class Halving {

    /** Halves of as many targets as there can be, and the whole. */
    private static final int HALVES = Integer.SIZE + 1;

    private final CounterRandom random;

    /** Of each half on the way to the last target, the whole first: its first target, its end, and its synapses. */
    private final int[] first = new int[HALVES];

    private final int[] end = new int[HALVES];
    private final int[] synapses = new int[HALVES];

    /** Numbers halves as a heap does: the halves of i are 2 i and 2 i + 1. */
    private final long[] number = new long[HALVES];

    /** The last half on the way. */
    private int depth;

    /**
     * @param total number of synapses
     * @param random draws the synapses of the first half of each half, by its number
     * @param targets number of targets
     */
    Halving(int total, CounterRandom random, int targets) {
        this.random = random;
        end[0] = targets;
        synapses[0] = total;
        number[0] = 1;
    }

    /** Number of synapses that end on a target. */
    int inDegree(int target) {
        while (target < first[depth] || target >= end[depth]) {
            depth--;
        }
        while (end[depth] - first[depth] > 1 && synapses[depth] > 0) {
            halve(target);
        }
        return synapses[depth];
    }

    /** Goes on to the half with a target. */
    private void halve(int target) {
        int from = first[depth];
        int until = end[depth];
        int middle = from + until >>> 1;
        double share = (double) (middle - from) / (until - from);
        int before = BinomialCount.draw(synapses[depth], share, random.branch(number[depth]));
        boolean isBefore = target < middle;
        int next = depth + 1;
        first[next] = isBefore ? from : middle;
        end[next] = isBefore ? middle : until;
        synapses[next] = isBefore ? before : synapses[depth] - before;
        number[next] = 2 * number[depth] + (isBefore ? 0 : 1);
        depth = next;
    }
}
