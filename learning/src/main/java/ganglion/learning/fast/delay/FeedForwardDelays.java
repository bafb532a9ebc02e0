package ganglion.learning.fast.delay;

import ganglion.learning.fast.arithmetic.SliceGradients;

/**
 * Synapses from one set of neurons to another in one slice, once the input of all steps is there. The table has a row for each
 * target: the targets follow each other, so that all that belongs to one stays in the nearest cache.
 */
public final class FeedForwardDelays {

    private final SpreadTable table;
    private final SynapseGradients gradients;
    private final int sources;
    private final int targets;

    /** @param table rows by target, columns by source */
    public FeedForwardDelays(SpreadTable table, SliceGradients gradients) {
        this.table = table;
        this.gradients = new SynapseGradients(table, gradients);
        this.targets = table.weight().rows().length;
        this.sources = table.weight().rows()[0].length;
    }

    /** Number of sources. */
    public int sources() {
        return sources;
    }

    /** Number of targets. */
    public int targets() {
        return targets;
    }

    /** The longest delay, in steps. */
    public int longest() {
        return table.longest();
    }

    /** Adds what arrivals cause to what the targets receive. */
    public void forward(SortedArrivals arrivals, TimeLine received) {
        int steps = table.steps();
        for (int o = 0; o < targets; o++) {
            float[] to = received.row(o);
            int[] first = table.first(o);
            float[] shares = table.shares(o);
            float[] weights = table.weight().rows()[o];
            for (int i = 0; i < sources; i++) {
                SpreadLoops.scatter(
                        to,
                        arrivals,
                        arrivals.start(i),
                        arrivals.end(i),
                        first[i],
                        weights[i],
                        shares,
                        i * steps,
                        received.reach(first[i], steps));
            }
        }
    }

    /** Adds to the gradients of weights and delays. */
    public void addGradients(SortedArrivals arrivals, TimeLine targetGradients) {
        boolean learns = gradients.begin(targetGradients);
        for (int o = 0; learns && o < targets; o++) {
            for (int i = 0; i < sources; i++) {
                gradients.add(o, i, arrivals, i, o, 0);
            }
        }
    }

    /** Adds gradients at the targets to those of the sources, at all steps. */
    public void backward(TimeLine targetGradients, TimeLine sourceGradients) {
        int steps = table.steps();
        int length = targetGradients.length();
        for (int o = 0; o < targets; o++) {
            float[] from = targetGradients.row(o);
            float[] weights = table.weight().rows()[o];
            for (int i = 0; i < sources; i++) {
                SpreadLoops.collect(
                        sourceGradients.row(i),
                        from,
                        length,
                        table.first(o)[i],
                        weights[i],
                        table.shares(o),
                        i * steps,
                        targetGradients.reach(table.first(o)[i], steps));
            }
        }
    }
}
