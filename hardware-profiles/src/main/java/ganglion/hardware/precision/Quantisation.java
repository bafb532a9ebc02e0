package ganglion.hardware.precision;

import ganglion.hardware.precision.QuantisedNetwork.PopulationChange;
import ganglion.hardware.precision.QuantisedNetwork.ProjectionChange;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.model.Lif;
import java.util.ArrayList;
import java.util.List;

/**
 * Rounds a network to the bits of a chip. All weights into a population share one step, the largest of them being the
 * largest whole number that the chip has; rounding is to the nearest. Where the bits of the membrane are known, the
 * population is counted in steps altogether: weights, thresholds, resets and biases become whole numbers, and the membrane
 * rounds and saturates as {@link GridLif} says. Delays beyond the chip's longest are shortened to it.
 *
 * <p>A pure function. Weights of one bit stay unchanged: their meaning depends on the mapping, not on rounding.
 */
public final class Quantisation {

    private final Network network;
    private final ChipPrecision precision;
    private final List<String> notes = new ArrayList<>();
    private final double[] step;
    private final boolean[] inSteps;

    private Quantisation(Network network, ChipPrecision precision) {
        this.network = network;
        this.precision = precision;
        this.step = new double[network.populations().size()];
        this.inSteps = new boolean[step.length];
    }

    /**
     * The network in a chip's bits.
     *
     * @throws IllegalArgumentException if a projection is plastic: no rounding is defined for its weights
     */
    public static QuantisedNetwork apply(Network network, ChipPrecision precision) {
        if (network.projections().stream()
                .anyMatch(projection -> projection.plasticity().isPresent())) {
            throw new IllegalArgumentException("the network has weights that change, for which no rounding is defined");
        }
        return new Quantisation(network, precision).apply();
    }

    private QuantisedNetwork apply() {
        noteUnknown();
        findSteps();
        List<Population> populations = new ArrayList<>();
        List<PopulationChange> populationChanges = new ArrayList<>();
        for (int p = 0; p < step.length; p++) {
            Population population = network.populations().get(p);
            double thresholdError = 0;
            if (inSteps[p]) {
                QuantisedLif lif = QuantisedLif.of(
                        (Lif) population.model(),
                        population.size(),
                        step[p],
                        ChipPrecision.largest(precision.stateBits().getAsInt()));
                populations.add(
                        new Population(population.name(), population.size(), lif.model(), population.startTick()));
                thresholdError = lif.largestThresholdError();
            } else {
                populations.add(population);
            }
            populationChanges.add(new PopulationChange(population.name(), step[p], inSteps[p], thresholdError));
        }
        List<Projection> projections = new ArrayList<>();
        List<ProjectionChange> projectionChanges = new ArrayList<>();
        for (Projection projection : network.projections()) {
            int target = network.index(projection.target());
            QuantisedSynapses synapses = QuantisedSynapses.of(
                    projection.synapses(),
                    step[target],
                    inSteps[target],
                    precision.longestDelayTicks().orElse(Integer.MAX_VALUE));
            projections.add(new Projection(projection.source(), projection.target(), synapses.synapses()));
            projectionChanges.add(synapses.change(projection));
        }
        return new QuantisedNetwork(new Network(populations, projections), populationChanges, projectionChanges, notes);
    }

    private void noteUnknown() {
        if (precision.weightBits().isEmpty()) {
            notes.add("The chip's bits of a weight are not known: weights are as given.");
        } else if (precision.weightBits().getAsInt() == 1) {
            notes.add("Weights of one bit stand for what a mapping gives them: weights are as given.");
        }
        if (precision.stateBits().isEmpty()) {
            notes.add("The chip's bits of a membrane potential are not known: membranes are as given.");
        }
        if (precision.longestDelayTicks().isEmpty()) {
            notes.add("The chip's longest delay is not known: delays are as given.");
        }
    }

    private void findSteps() {
        if (precision.weightBits().isEmpty() || precision.weightBits().getAsInt() == 1) {
            return;
        }
        long levels = ChipPrecision.largest(precision.weightBits().getAsInt());
        for (Projection projection : network.projections()) {
            int target = network.index(projection.target());
            step[target] = Math.max(step[target], largestWeight(projection.synapses()) / levels);
        }
        for (int p = 0; p < step.length && precision.stateBits().isPresent(); p++) {
            Population population = network.populations().get(p);
            inSteps[p] = step[p] > 0 && population.model() instanceof Lif;
            if (step[p] > 0 && !inSteps[p]) {
                notes.add("The membranes of " + population.name() + " are as given: they are of a "
                        + population.model().name() + ", for which no rounding is defined.");
            }
        }
    }

    private static double largestWeight(Synapses synapses) {
        double largest = 0;
        for (int source = 0; source < synapses.sourceSize(); source++) {
            for (int i = 0; i < synapses.outDegree(source); i++) {
                largest = Math.max(largest, Math.abs(synapses.weight(source, i)));
            }
        }
        return largest;
    }
}
