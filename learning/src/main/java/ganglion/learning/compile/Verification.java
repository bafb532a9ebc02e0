package ganglion.learning.compile;

import java.util.List;

/**
 * The result of comparing a compiled network with its model.
 *
 * @param samples number of samples that were run
 * @param spikes number of spikes of the model that were compared, of all layers
 * @param differences where the two differ, by sample and tick; at most the first 100
 * @param differenceCount number of all differences
 * @param remarks human-readable lines on what else was compared, and within what it agrees
 */
public record Verification(
        int samples, long spikes, List<Difference> differences, long differenceCount, List<String> remarks) {

    /** Takes copies of the lists. */
    public Verification {
        differences = List.copyOf(differences);
        remarks = List.copyOf(remarks);
    }

    /** The result of comparing spikes alone. */
    public Verification(int samples, long spikes, List<Difference> differences, long differenceCount) {
        this(samples, spikes, differences, differenceCount, List.of());
    }

    /** The same with remarks. */
    public Verification withRemarks(List<String> lines) {
        return new Verification(samples, spikes, differences, differenceCount, lines);
    }

    /** Whether every spike was the same. */
    public boolean equal() {
        return differenceCount == 0;
    }

    /**
     * A spike that only one of the two has.
     *
     * @param sample position of the sample
     * @param population name of the population
     * @param step step of the model; the network's tick is later by the population's delay
     * @param neuron that fires in one of the two
     * @param inModel whether it is the model in which it fires
     */
    public record Difference(int sample, String population, long step, int neuron, boolean inModel) {

        @Override
        public String toString() {
            return "sample " + sample + ", " + population + ", step " + step + ": neuron " + neuron + " fires in the "
                    + (inModel ? "model only" : "network only");
        }
    }
}
