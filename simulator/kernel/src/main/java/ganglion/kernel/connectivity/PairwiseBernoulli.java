package ganglion.kernel.connectivity;

import ganglion.kernel.random.CounterRandom;

/**
 * Joins each pair of a source and a target neuron with the same probability, independently of all others. Costs time in
 * proportion to the synapses made, not to the pairs.
 *
 * @param probability of each pair, 0 to 1
 * @param autapses whether, in a recurrent projection, a neuron may be joined to itself
 * @param random draws the pairs; a separate stream for each target neuron
 */
public record PairwiseBernoulli(double probability, boolean autapses, CounterRandom random) implements Connector {

    /** @throws IllegalArgumentException if the probability is outside 0 to 1 */
    public PairwiseBernoulli {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("the probability is " + probability + ", expected 0 to 1");
        }
    }

    @Override
    public Lists lists() {
        return Lists.SOURCES;
    }

    @Override
    public void list(Ends ends, int target, Partners partners) {
        // One stream per target neuron: its pairs do not depend on how many numbers other neurons have used.
        GeometricSkips skips = new GeometricSkips(random.branch(target));
        int end = ends.sourceSize();
        for (int source = skips.nextSuccess(probability, 0, end);
                source < end;
                source = skips.nextSuccess(probability, source + 1, end)) {
            if (autapses || !ends.recurrent() || source != target) {
                partners.add(source);
            }
        }
    }
}
