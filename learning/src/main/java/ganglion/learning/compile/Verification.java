package ganglion.learning.compile;

import java.util.List;

/**
 * The result of comparing a compiled network with its model.
 *
 * @param samples number of samples that were run
 * @param spikes number of spikes of the model that were compared, of all layers
 * @param differences spikes of which only one has each, by sample and tick; at most the first 100
 * @param differenceCount number of all such spikes
 * @param scoreDifferences samples for which scores that are read out of potentials differ
 * @param remarks human-readable lines on what else was compared, and within what it agrees
 */
public record Verification(
        int samples,
        long spikes,
        List<Difference> differences,
        long differenceCount,
        List<ScoreDifference> scoreDifferences,
        List<String> remarks) {

    /** Takes copies of the lists. */
    public Verification {
        differences = List.copyOf(differences);
        scoreDifferences = List.copyOf(scoreDifferences);
        remarks = List.copyOf(remarks);
    }

    /** The result of comparing spikes alone. */
    public Verification(int samples, long spikes, List<Difference> differences, long differenceCount) {
        this(samples, spikes, differences, differenceCount, List.of(), List.of());
    }

    /** The same with differences of scores, and remarks. */
    public Verification withScores(List<ScoreDifference> ofScores, List<String> lines) {
        return new Verification(samples, spikes, differences, differenceCount, ofScores, lines);
    }

    /** Whether every spike was the same, and all scores but for rounding. */
    public boolean equal() {
        return allDifferences() == 0;
    }

    /** Number of spikes that only one has, and of samples with other scores. */
    public long allDifferences() {
        return differenceCount + scoreDifferences.size();
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

    /**
     * A sample whose scores differ by more than rounding, or whose decision does.
     *
     * @param sample position of the sample
     * @param neuron of the read-out whose score differs most
     * @param inModel its score in the model
     * @param inNetwork the same in the network
     * @param decisionOfModel the class with the highest score in the model
     * @param decisionOfNetwork the same in the network
     */
    public record ScoreDifference(
            int sample, int neuron, double inModel, double inNetwork, int decisionOfModel, int decisionOfNetwork) {

        @Override
        public String toString() {
            return "sample " + sample + ", read-out: score " + inModel + " of neuron " + neuron + " in the model, "
                    + inNetwork + " in the network; the decision is "
                    + (decisionOfModel == decisionOfNetwork
                            ? "the same"
                            : decisionOfModel + " in the model, " + decisionOfNetwork + " in the network");
        }
    }
}
