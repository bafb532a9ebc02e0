package ganglion.learning.fast.delay;

import ganglion.learning.fast.arithmetic.SliceGradients;
import java.util.Arrays;

/** Adds to the gradients of the weights and delays of synapses, one synapse at a time, in one slice. */
final class SynapseGradients {

    private final SpreadTable table;
    private final SliceGradients gradients;
    private TimeLine ofTargets;
    private float[] sums = new float[0];
    private float[][] ofWeights;
    private float[][] ofDelays;

    SynapseGradients(SpreadTable table, SliceGradients gradients) {
        this.table = table;
        this.gradients = gradients;
    }

    /**
     * Prepares for the synapses of a batch; false if none of them learns.
     *
     * @param targetGradients with respect to the input of the targets
     */
    boolean begin(TimeLine targetGradients) {
        ofTargets = targetGradients;
        ofWeights = table.weight().trainable() ? gradients.of(table.weight()) : null;
        ofDelays = table.delay().trainable() ? gradients.of(table.delay()) : null;
        if (sums.length < table.steps()) {
            sums = new float[table.steps()];
        }
        return ofWeights != null || ofDelays != null;
    }

    /**
     * What the arrivals from one neuron have to do with the gradients at another.
     *
     * @param row of the synapse in the table
     * @param column of the synapse in the table
     * @param late steps that a spike takes without a delay
     */
    void add(int row, int column, SortedArrivals arrivals, int source, int target, int late) {
        int start = arrivals.start(source);
        int end = arrivals.end(source);
        if (start == end) {
            return;
        }
        int steps = table.steps();
        float[] shares = table.shares(row);
        int at = column * steps;
        int first = late + table.first(row)[column];
        int reach = ofTargets.reach(first, steps);
        SpreadLoops.correlate(ofTargets.row(target), arrivals, start, end, first, sums, reach);
        Arrays.fill(sums, reach, steps, 0);
        if (ofWeights != null) {
            ofWeights[row][column] += SpreadLoops.product(shares, at, sums, 0, steps);
        }
        if (ofDelays != null) {
            float slope = SpreadLoops.slope(shares, at, sums, steps) * table.slopeScale();
            ofDelays[row][column] += table.weight().rows()[row][column] * slope;
        }
    }
}
