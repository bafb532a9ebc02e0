package ganglion.kernel.core;

import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.StoredSynapses;

/**
 * The part of a projection that ends on one run of hosted neurons, or a share of it. Everything that delivery needs beside
 * a row group, and the same for all row groups of the part.
 *
 * @param projection index of the projection in its network
 * @param synapses of the whole projection, or one of the parts that they are divided into; or of this part, laid out for a ring
 * @param host index of the run of neurons
 * @param firstTarget first target neuron of the run, as the synapses count targets
 * @param endTarget end of the run, exclusive
 * @param negativeOffset distance from a neuron's input of positive weights to that of negative weights; 0 if it keeps
 *     one sum
 * @param uniform whether all synapses have the same weight and delay: these are added after all others
 * @param plastic the weights as they are now; null if they do not change
 */
record Inlet(
        int projection,
        StoredSynapses synapses,
        int host,
        int firstTarget,
        int endTarget,
        int negativeOffset,
        boolean uniform,
        PlasticRows plastic) {

    /** The synapses, if several rows of them can be added at once; else null. */
    DenseSynapses matrix() {
        boolean keepsOneSum = negativeOffset == 0 && plastic == null;
        return keepsOneSum && synapses instanceof DenseSynapses dense && dense.deliversRowsAtOnce() ? dense : null;
    }

    /**
     * Where target neuron 0 of the population has, or would have, its input at the tick being run. May be negative:
     * targets are counted from the start of the population, but only those of the run are ever added to it.
     */
    int offset(HostedGroup on) {
        return on.inputStart() - firstTarget;
    }

    /** Lists the neurons that synapses at successive positions end on, by position in their group. */
    void listNeurons(int position, int count, HostedGroup on) {
        int[] list = on.reached.reserve(count);
        synapses.listTargets(position, count, -firstTarget, list, on.reached.size());
        on.reached.extend(count);
    }
}
