package ganglion.kernel.connectivity;

import ganglion.kernel.network.TargetSlice;
import java.util.Arrays;

/**
 * The neurons that one neuron is joined to, as a rule lists them. Reused for neuron after neuron: a neuron counts as
 * listed if it carries the number of the current listing, so that nothing has to be cleared in between. Not
 * thread-safe; one per task.
 */
public final class Partners {

    private int[] neurons = new int[64];
    private int size;

    /** For each neuron of the population the number of the listing that it was last in; null until asked for. */
    private int[] listedIn;

    private final int populationSize;
    private int listing = 1;

    /** @param populationSize number of neurons that can be listed */
    Partners(int populationSize) {
        this.populationSize = populationSize;
    }

    /** Lists a neuron, once more if it is listed already. */
    public void add(int neuron) {
        if (size == neurons.length) {
            neurons = Arrays.copyOf(neurons, 2 * size);
        }
        neurons[size++] = neuron;
    }

    /** Lists a neuron unless {@code addIfAbsent} has listed it already; returns whether it did. */
    public boolean addIfAbsent(int neuron) {
        if (listedIn == null) {
            listedIn = new int[populationSize];
        }
        if (listedIn[neuron] == listing) {
            return false;
        }
        listedIn[neuron] = listing;
        add(neuron);
        return true;
    }

    /** How many of the listed neurons are in a slice of the population, repeats included. */
    int count(TargetSlice slice) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += slice.holds(neurons[i]) ? 1 : 0;
        }
        return count;
    }

    /** Number of neurons listed, repeats included. */
    int size() {
        return size;
    }

    /** A neuron by its place in the list. */
    int get(int index) {
        return neurons[index];
    }

    /** Starts the list of the next neuron. */
    void clear() {
        size = 0;
        listing++;
    }

    /** Puts the neurons into ascending order. Most rules list them so already, which costs one comparison each. */
    void sort() {
        for (int i = 1; i < size; i++) {
            if (neurons[i] < neurons[i - 1]) {
                Arrays.sort(neurons, 0, size);
                return;
            }
        }
    }
}
