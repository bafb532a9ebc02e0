package ganglion.scenario.cause;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

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
 * @param noSums as in {@link Origins}
 */
public record NeuronOrigins(
        int population,
        int neuron,
        int spikes,
        Map<Source, Double> inputs,
        double drives,
        double currents,
        double notFollowed,
        double noSums) {

    /** The mean over spikes of one neuron. */
    static NeuronOrigins mean(int population, int neuron, List<Origins> spikes) {
        Map<Source, Double> sums = new HashMap<>();
        for (Origins origins : spikes) {
            origins.inputs()
                    .forEach((spike, share) ->
                            sums.merge(new Source(spike.population(), spike.neuron()), share, Double::sum));
        }
        Map<Source, Double> inputs = new LinkedHashMap<>();
        sums.entrySet().stream()
                .sorted(Map.Entry.<Source, Double>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().population())
                        .thenComparing(entry -> entry.getKey().neuron()))
                .forEach(entry -> inputs.put(entry.getKey(), entry.getValue() / spikes.size()));
        return new NeuronOrigins(
                population,
                neuron,
                spikes.size(),
                inputs,
                mean(spikes, Origins::drives),
                mean(spikes, Origins::currents),
                mean(spikes, Origins::notFollowed),
                mean(spikes, Origins::noSums));
    }

    private static double mean(List<Origins> spikes, ToDoubleFunction<Origins> part) {
        return spikes.stream().mapToDouble(part).average().orElse(0);
    }

    /**
     * A neuron of an input.
     *
     * @param population index of the input in the network
     * @param neuron position in it
     */
    public record Source(int population, int neuron) {}
}
