package ganglion.live.picture;

import ganglion.live.event.PopulationShape;
import java.util.List;

/** Which numbers the neurons of each population have. */
public final class PopulationPlaces {

    /** The first number of each population, and after them the number of all neurons. */
    private final int[] first;

    public PopulationPlaces(List<PopulationShape> populations) {
        first = new int[populations.size() + 1];
        for (int p = 0; p < populations.size(); p++) {
            first[p + 1] = Math.addExact(first[p], populations.get(p).size());
        }
    }

    int populations() {
        return first.length - 1;
    }

    public int neurons() {
        return first[first.length - 1];
    }

    /** Adds the number of spikes of each population to {@code counts}. {@code spikes} are numbers of neurons, ascending. */
    void count(int[] spikes, int[] counts) {
        int population = 0;
        for (int neuron : spikes) {
            population = of(neuron, population);
            counts[population]++;
        }
    }

    /** The population of a neuron, which is {@code from} or a later one. */
    int of(int neuron, int from) {
        int population = from;
        while (neuron >= first[population + 1]) {
            population++;
        }
        return population;
    }
}
