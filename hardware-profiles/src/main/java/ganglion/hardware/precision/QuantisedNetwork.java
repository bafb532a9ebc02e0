package ganglion.hardware.precision;

import ganglion.kernel.network.Network;
import java.util.List;

/**
 * A network in a chip's bits, with the changes that rounding made.
 *
 * @param given the network in full precision
 * @param network the network to run in place of the given one; its populations have the same names, order and sizes
 * @param populations changes of each population, in their order
 * @param projections changes of each projection, in their order
 * @param notes what was left unchanged, and why, human-readable
 */
public record QuantisedNetwork(
        Network given,
        Network network,
        List<PopulationChange> populations,
        List<ProjectionChange> projections,
        List<String> notes) {

    /**
     * The changes of a population.
     *
     * @param population its name
     * @param step smallest difference of two weights into it, in the units of the given network; 0 if weights are as given
     * @param membraneRounded whether the membrane is a whole number of steps, and thresholds, resets and biases too: then
     *     its potentials are counted in steps
     * @param largestThresholdError largest change of a threshold by rounding, in the units of the given network
     */
    public record PopulationChange(
            String population, double step, boolean membraneRounded, double largestThresholdError) {}

    /**
     * The changes of a projection.
     *
     * @param source name of the source population
     * @param target name of the target population
     * @param synapses number of synapses
     * @param weightsChanged weights that rounding changed
     * @param weightsLost weights that rounding set to zero
     * @param largestWeightError largest change of a weight, in the units of the given network
     * @param meanSquareWeightError mean of the squares of all changes
     * @param delaysShortened synapses whose delay was longer than the chip's longest
     */
    public record ProjectionChange(
            String source,
            String target,
            long synapses,
            long weightsChanged,
            long weightsLost,
            double largestWeightError,
            double meanSquareWeightError,
            long delaysShortened) {}

    /** Takes copies of the lists. */
    public QuantisedNetwork {
        populations = List.copyOf(populations);
        projections = List.copyOf(projections);
        notes = List.copyOf(notes);
    }
}
