package ganglion.learning.compile;

import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.learning.delay.SynapseDelays;

/**
 * Synapses with a weight and a delay each, in the kernel's terms: a synapse takes one tick longer than its learned delay, rounded to whole
 * steps.
 *
 * @param delays of the synapses; active
 * @param weight of the synapse from one neuron to another at {@code to * sources + from}
 * @param delay of the same, as the model has it
 * @param sources number of neurons that spikes come from
 */
record DelayedWeights(SynapseDelays delays, double[] weight, double[] delay, int sources) {

    /** What a spike of a source is worth. */
    interface SpikeSize {
        double of(int source);
    }

    /** Synapses that lead to the targets themselves. */
    Synapses synapses(SpikeSize size) {
        int targets = weight.length / sources;
        SparseSynapses.Builder builder = SparseSynapses.builder(sources, targets);
        for (int source = 0; source < sources; source++) {
            for (int target = 0; target < targets; target++) {
                add(builder, source, target, target, size.of(source));
            }
        }
        return builder.build();
    }

    /** Synapses that go on through stateless layers: one for each way through them. */
    Synapses synapsesThrough(LinearMap behind, SpikeSize size) {
        double[] onwards = behind.weights();
        int targets = behind.targets();
        SparseSynapses.Builder builder = SparseSynapses.builder(sources, targets);
        for (int source = 0; source < sources; source++) {
            for (int way = 0; way < behind.sources(); way++) {
                for (int target = 0; target < targets; target++) {
                    add(builder, source, way, target, size.of(source) * onwards[way * targets + target]);
                }
            }
        }
        return builder.build();
    }

    private void add(SparseSynapses.Builder builder, int source, int through, int target, double factor) {
        int synapse = through * sources + source;
        if (weight[synapse] * factor != 0) {
            builder.add(source, target, weight[synapse] * factor, 1 + delays.wholeSteps(delay[synapse]));
        }
    }
}
