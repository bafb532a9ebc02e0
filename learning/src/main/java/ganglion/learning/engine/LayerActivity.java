package ganglion.learning.engine;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Activity of a layer of neurons over a number of samples.
 *
 * @param layer its position in the model
 * @param fires whether its neurons can fire; otherwise none of them is dead
 * @param spikesByNeuron number of spikes of each neuron
 * @param neuronSteps number of steps times samples
 */
public record LayerActivity(int layer, boolean fires, long[] spikesByNeuron, long neuronSteps) {

    /** Spikes per neuron and step. */
    public double rate() {
        long sum = 0;
        for (long spikes : spikesByNeuron) {
            sum += spikes;
        }
        return (double) sum / spikesByNeuron.length / neuronSteps;
    }

    /** Number of neurons that can fire, but never did. */
    public int deadNeurons() {
        return dead().length;
    }

    /** Which neurons can fire, but never did, counted from 0. */
    public int[] dead() {
        return IntStream.range(0, spikesByNeuron.length)
                .filter(neuron -> fires && spikesByNeuron[neuron] == 0)
                .toArray();
    }

    /** Number of neurons that fired in more than a share of the steps. */
    public int saturatedNeurons(double share) {
        return saturated(share).length;
    }

    /** Which neurons fired in more than a share of the steps, counted from 0. */
    public int[] saturated(double share) {
        return IntStream.range(0, spikesByNeuron.length)
                .filter(neuron -> spikesByNeuron[neuron] > share * neuronSteps)
                .toArray();
    }

    /** The activity of some and other samples together, layer by layer; of the first there may be none. */
    public static List<LayerActivity> sum(List<LayerActivity> one, List<LayerActivity> other) {
        return one.isEmpty()
                ? other
                : IntStream.range(0, one.size())
                        .mapToObj(layer -> one.get(layer).plus(other.get(layer)))
                        .toList();
    }

    /** The activity of this and other samples together. */
    public LayerActivity plus(LayerActivity other) {
        long[] sum = spikesByNeuron.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.spikesByNeuron[i];
        }
        return new LayerActivity(layer, fires, sum, neuronSteps + other.neuronSteps);
    }
}
