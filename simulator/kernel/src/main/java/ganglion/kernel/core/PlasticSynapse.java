package ganglion.kernel.core;

import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.plasticity.SynapseRule;

/** One plastic synapse without its network, taken through the spikes of a run. */
public final class PlasticSynapse {

    private PlasticSynapse() {}

    /**
     * What it delivers at each spike of its source.
     *
     * @param weight before the first spike
     * @param delay in ticks
     * @param source ticks at which its source fired, ascending
     * @param target ticks at which its target fired, ascending
     * @param third ticks at which the third factor fired, ascending
     */
    public static double[] delivered(
            SynapseRule rule, double weight, int delay, long[] source, long[] target, long[] third) {
        SparseSynapses synapse =
                SparseSynapses.builder(1, 1).add(0, 0, weight, delay).build();
        PlasticRows rows = new PlasticRows(rule, synapse, 0, 1, 0);
        rows.addGroup(delay, 0, 1);
        double[] delivered = new double[source.length];
        double[] input = new double[1];
        int nextTarget = 0;
        int nextThird = 0;
        for (int i = 0; i < source.length; i++) {
            long due = source[i] + delay;
            while (nextThird < third.length && third[nextThird] < due) {
                rows.replayThird(third[nextThird++]);
            }
            while (nextTarget < target.length && target[nextTarget] < due) {
                rows.targetFired(0, target[nextTarget++]);
            }
            input[0] = 0;
            rows.deliver(0, due, input, 0);
            delivered[i] = input[0];
        }
        return delivered;
    }
}
