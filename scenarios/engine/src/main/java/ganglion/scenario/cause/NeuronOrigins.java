package ganglion.scenario.cause;

import java.util.Map;

/**
 * Where the lift of some spikes of one neuron came from in the end, on average over the spikes: parts of 1, unless there is no spike.
 *
 * @param population index of the neuron's population
 * @param neuron its position there
 * @param spikes how many were looked at
 * @param inputs neurons of inputs, the largest share first
 * @param drives as in {@link Origins}
 * @param currents as in {@link Origins}
 * @param notFollowed as in {@link Origins}
 */
public record NeuronOrigins(
        int population,
        int neuron,
        int spikes,
        Map<Source, Double> inputs,
        double drives,
        double currents,
        double notFollowed) {

    /**
     * A neuron of an input.
     *
     * @param population index of the input in the network
     * @param neuron position in it
     */
    public record Source(int population, int neuron) {}
}
