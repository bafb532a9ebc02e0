package ganglion.learning.engine;

/**
 * Activity of a layer of neurons over a number of samples.
 *
 * @param layer its position in the model
 * @param spikesByNeuron number of spikes of each neuron
 * @param neuronSteps number of steps times samples
 */
public record LayerActivity(int layer, long[] spikesByNeuron, long neuronSteps) {

    /** Spikes per neuron and step. */
    public double rate() {
        long sum = 0;
        for (long spikes : spikesByNeuron) {
            sum += spikes;
        }
        return (double) sum / spikesByNeuron.length / neuronSteps;
    }

    /** Number of neurons that never fired. */
    public int deadNeurons() {
        int dead = 0;
        for (long spikes : spikesByNeuron) {
            dead += spikes == 0 ? 1 : 0;
        }
        return dead;
    }

    /** Number of neurons that fired in more than a share of the steps. */
    public int saturatedNeurons(double share) {
        int saturated = 0;
        for (long spikes : spikesByNeuron) {
            saturated += spikes > share * neuronSteps ? 1 : 0;
        }
        return saturated;
    }

    /** The activity of this and other samples together. */
    public LayerActivity plus(LayerActivity other) {
        long[] sum = spikesByNeuron.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.spikesByNeuron[i];
        }
        return new LayerActivity(layer, sum, neuronSteps + other.neuronSteps);
    }
}
