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
        int inDegree = inDegree(target, ends.targetSize());
        CounterRandom sources = random.branch(1).branch(target);
        for (int k = 0; k < inDegree; k++) {
            partners.add(sources.below(k, ends.sourceSize()));
        }
    }

    /** Number of synapses that end on a target. */
    private int inDegree(int target, int targets) {
        CounterRandom halves = random.branch(0);
        int first = 0;
        int end = targets;
        int synapses = total;
        // Numbers halves as a heap does: the halves of i are 2 i and 2 i + 1.
        for (long half = 1; end - first > 1 && synapses > 0; ) {
            int middle = (first + end) >>> 1;
            double share = (double) (middle - first) / (end - first);
            int before = BinomialCount.draw(synapses, share, halves.branch(half));
            boolean isBefore = target < middle;
            half = 2 * half + (isBefore ? 0 : 1);
            synapses = isBefore ? before : synapses - before;
            first = isBefore ? first : middle;
            end = isBefore ? middle : end;
        }
        return synapses;
    }

    @Override
    public void check(Ends ends) {
        if (total > 0 && (ends.sourceSize() == 0 || ends.targetSize() == 0)) {
            throw new IllegalArgumentException("the total is " + total + ", but there are no neurons to draw from");
        }
    }
}
