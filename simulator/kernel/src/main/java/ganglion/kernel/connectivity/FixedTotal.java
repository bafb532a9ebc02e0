package ganglion.kernel.connectivity;

import ganglion.kernel.random.BinomialCount;
import ganglion.kernel.random.CounterRandom;
import java.util.Objects;

/**
 * Makes a fixed number of synapses in all: the source and the target of each are drawn evenly and independently, so that
 * neurons may be joined several times, and to themselves. NEST calls the rule {@code fixed_total_number}.
 *
 * <p>In-degrees of such a graph are multinomial, and given its in-degree the sources of a target are even draws. The in-degree of
 * one target is found without those of the others: the targets are halved again and again down to the one that is looked for,
 * and the number of synapses that go to the first half is a binomial count, drawn by the number of the half. So any part of the
 * network can be built alone, in about {@code log2} of the number of targets steps for each target, and the total is exact.
 *
 * @param total number of synapses, 0 or more
 * @param random draws in-degrees (branch 0) and sources (branch 1)
 */
public record FixedTotal(int total, CounterRandom random) implements Connector {

    /** @throws IllegalArgumentException if the number is negative */
    public FixedTotal {
        if (total < 0) {
            throw new IllegalArgumentException("the total is " + total + ", expected 0 or more");
        }
        Objects.requireNonNull(random, "random");
    }

    @Override
    public Lists lists() {
        return Lists.SOURCES;
    }

    @Override
    public void list(Ends ends, int target, Partners partners) {
        list(ends, target, new Halving(total, random.branch(0), ends.targetSize()), partners);
    }

    private void list(Ends ends, int target, Halving halving, Partners partners) {
        int inDegree = halving.inDegree(target);
        CounterRandom sources = random.branch(1).branch(target);
        for (int k = 0; k < inDegree; k++) {
            partners.add(sources.below(k, ends.sourceSize()));
        }
    }

    /** Remembers the halves that the last target was in: the next one is in nearly all of them, too. */
    @Override
    public Connector forTask(Ends ends) {
        Halving halving = new Halving(total, random.branch(0), ends.targetSize());
        return new Connector() {
            @Override
            public Lists lists() {
                return Lists.SOURCES;
            }

            @Override
            public void list(Ends sameEnds, int target, Partners partners) {
                FixedTotal.this.list(sameEnds, target, halving, partners);
            }
        };
    }

    @Override
    public void check(Ends ends) {
        if (total > 0 && (ends.sourceSize() == 0 || ends.targetSize() == 0)) {
            throw new IllegalArgumentException("the total is " + total + ", but there are no neurons to draw from");
        }
    }

    /**
     * Finds in-degrees of {@link FixedTotal}, from all targets down to one. The halves on the way are kept, so that a target near the last
     * one costs only the halves that it does not share with it: about two draws where targets ascend. Not thread-safe; one per task.
     */
    private static final class Halving {

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
}
