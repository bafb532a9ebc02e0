package ganglion.kernel.network;

/**
 * All-to-all synapses with one common delay: a matrix of weights, row by source neuron. Weights are taken over as they are
 * and must not be changed afterwards.
 *
 * @param sourceSize number of source neurons
 * @param targetSize number of target neurons
 * @param weights weight of the synapse from {@code i} to {@code j} at {@code i * targetSize + j}
 * @param commonDelayTicks delay of every synapse, at least 1
 */
public record DenseSynapses(int sourceSize, int targetSize, double[] weights, int commonDelayTicks)
        implements Synapses {

    /** @throws IllegalArgumentException if the shape does not fit, a weight is not finite, or the delay is below one tick */
    public DenseSynapses {
        if ((long) sourceSize * targetSize != weights.length) {
            throw new IllegalArgumentException("found " + weights.length + " weights, expected " + sourceSize
                    + " sources x " + targetSize + " targets");
        }
        SynapseChecks.checkDelay(commonDelayTicks);
        for (double weight : weights) {
            SynapseChecks.checkWeight(weight);
        }
    }

    @Override
    public long count() {
        return weights.length;
    }

    @Override
    public int outDegree(int source) {
        return targetSize;
    }

    @Override
    public int target(int source, int index) {
        return index;
    }

    @Override
    public double weight(int source, int index) {
        return weights[source * targetSize + index];
    }

    @Override
    public int delayTicks(int source, int index) {
        return commonDelayTicks;
    }

    @Override
    public int smallestDelayTicks() {
        return weights.length == 0 ? Integer.MAX_VALUE : commonDelayTicks;
    }
}
