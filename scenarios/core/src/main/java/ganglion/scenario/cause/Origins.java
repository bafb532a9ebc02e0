package ganglion.scenario.cause;

import ganglion.kernel.cause.SpikeId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Where the lift of a spike, or of several, came from in the end, as parts of 1: all paths together.
 *
 * @param <S> what of an input is told apart: its spikes, or its neurons
 * @param inputs spikes or neurons of inputs, the largest share first
 * @param drives initial potentials, resting potentials, biases and own spikes that lifted
 * @param currents that lifted
 * @param notFollowed spikes whose own causes were not looked for, because their share was too small or there were too many
 * @param noSums spikes of neurons whose potential is no sum, so that their causes have no shares
 */
public record Origins<S>(Map<S, Double> inputs, double drives, double currents, double notFollowed, double noSums) {

    /**
     * A neuron of an input.
     *
     * @param population index of the input in the network
     * @param neuron position in it
     */
    public record InputNeuron(int population, int neuron) {}

    /** The mean over spikes, by neurons of inputs; nothing if there is no spike. */
    static Origins<InputNeuron> mean(List<Origins<SpikeId>> spikes) {
        Map<InputNeuron, Double> sums = new HashMap<>();
        for (Origins<SpikeId> origins : spikes) {
            origins.inputs()
                    .forEach((spike, share) ->
                            sums.merge(new InputNeuron(spike.population(), spike.neuron()), share, Double::sum));
        }
        Map<InputNeuron, Double> inputs = new LinkedHashMap<>();
        sums.entrySet().stream()
                .sorted(Map.Entry.<InputNeuron, Double>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().population())
                        .thenComparing(entry -> entry.getKey().neuron()))
                .forEach(entry -> inputs.put(entry.getKey(), entry.getValue() / spikes.size()));
        return new Origins<>(
                inputs,
                mean(spikes, Origins::drives),
                mean(spikes, Origins::currents),
                mean(spikes, Origins::notFollowed),
                mean(spikes, Origins::noSums));
    }

    private static double mean(List<Origins<SpikeId>> spikes, ToDoubleFunction<Origins<SpikeId>> part) {
        return spikes.stream().mapToDouble(part).average().orElse(0);
    }
}
