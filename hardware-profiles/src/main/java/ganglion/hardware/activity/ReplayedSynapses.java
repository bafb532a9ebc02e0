package ganglion.hardware.activity;

import ganglion.kernel.network.StoredSynapses;
import ganglion.kernel.network.Synapses;
import java.util.List;

/** The synapses of one projection in flat arrays, to deliver many spikes. */
final class ReplayedSynapses {

    private final int[] rowStart;
    private final int[] targets;
    private final float[] weights;
    private final double[] exactWeights;
    private final int[] delaysTicks;
    private final int commonDelayTicks;
    private final int longestDelayTicks;

    ReplayedSynapses(Synapses synapses) {
        int count = Math.toIntExact(synapses.count());
        rowStart = new int[synapses.sourceSize() + 1];
        targets = new int[count];
        int[] delays = new int[count];
        double[] values = new double[count];
        int next = 0;
        int longest = 1;
        int shortest = Integer.MAX_VALUE;
        boolean floats = true;
        List<StoredSynapses> parts = synapses.within(0, synapses.targetSize());
        for (int source = 0; source < synapses.sourceSize(); source++) {
            for (StoredSynapses part : parts) {
                for (int i = 0; i < part.outDegree(source); i++) {
                    targets[next] = part.target(source, i);
                    values[next] = part.weight(source, i);
                    delays[next] = part.delayTicks(source, i);
                    longest = Math.max(longest, delays[next]);
                    shortest = Math.min(shortest, delays[next]);
                    floats &= (float) values[next] == values[next];
                    next++;
                }
            }
            rowStart[source + 1] = next;
        }
        longestDelayTicks = longest;
        commonDelayTicks = shortest == longest ? longest : 0;
        delaysTicks = shortest < longest ? delays : null;
        weights = floats ? toFloats(values) : null;
        exactWeights = floats ? null : values;
    }

    private static float[] toFloats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    int longestDelayTicks() {
        return longestDelayTicks;
    }

    /**
     * Adds the weights of a source's synapses to the inputs of the ticks at which they arrive; inputs are a ring over ticks.
     */
    void deliver(long tick, int source, double[][] inputs) {
        int from = rowStart[source];
        int until = rowStart[source + 1];
        if (delaysTicks == null && weights != null && from < until) {
            deliverAlike(from, until, inputs[(int) ((tick + commonDelayTicks) % inputs.length)]);
            return;
        }
        for (int i = from; i < until; i++) {
            int delay = delaysTicks == null ? commonDelayTicks : delaysTicks[i];
            double weight = weights == null ? exactWeights[i] : weights[i];
            inputs[(int) ((tick + delay) % inputs.length)][targets[i]] += weight;
        }
    }

    private void deliverAlike(int from, int until, double[] input) {
        for (int i = from; i < until; i++) {
            input[targets[i]] += weights[i];
        }
    }
}
