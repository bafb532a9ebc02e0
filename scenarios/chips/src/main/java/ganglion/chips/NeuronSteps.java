package ganglion.chips;

import ganglion.hardware.precision.WeightStep;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.model.Lif;
import java.util.Arrays;

/**
 * Gives each neuron the finest step that its own weights allow. All weights into a population are rounded to one step; but a neuron counts its
 * potential in a unit of its own, and fires the same spikes if its weights, threshold and all potentials are multiplied by one number. So each is
 * multiplied by what makes its largest weight that of the population. Thresholds become the whole steps that potentials of whole steps reach or
 * exceed when they reach or exceed the given one.
 */
final class NeuronSteps {

    /** What is nearer to a whole step than this is one: it comes from 32-bit files. */
    private static final double TOLERANCE = 1e-3;

    private final int highestWeight;

    private final int highestPotential;

    private NeuronSteps(int highestWeight, int highestPotential) {
        this.highestWeight = highestWeight;
        this.highestPotential = highestPotential;
    }

    /** The network in the units of its neurons, for a chip whose weights and potentials reach these numbers of steps. */
    static Network of(Network network, int highestWeight, int highestPotential) {
        NeuronSteps steps = new NeuronSteps(highestWeight, highestPotential);
        Network scaled = network;
        for (Population population : network.populations()) {
            if (population.model() instanceof Lif) {
                scaled = steps.of(scaled, population.name());
            }
        }
        return scaled;
    }

    private Network of(Network network, String name) {
        double[] factors = new double[network.population(network.index(name)).size()];
        Arrays.fill(factors, 1);
        if (!WeightStep.isExact(network, name, highestWeight, highestPotential)) {
            double[] largest = largest(network, name);
            double most = Arrays.stream(largest).max().orElseThrow();
            Arrays.setAll(factors, neuron -> largest[neuron] > 0 ? most / largest[neuron] : 1);
        }
        double step = WeightStep.into(with(network, name, factors, 0), name, highestWeight, highestPotential)
                .size();
        return with(network, name, factors, step);
    }

    /** @param step of which thresholds become whole multiples; 0 for none */
    private static Network with(Network network, String name, double[] factors, double step) {
        Population population = network.population(network.index(name));
        Lif lif = (Lif) population.model();
        LifParameters given = lif.parameters();
        double[] thresholds = times(given.threshold(), factors).copyOf(0, factors.length);
        if (step > 0) {
            Arrays.setAll(thresholds, neuron -> step * whole(thresholds[neuron] / step, given.strict()));
        }
        LifParameters parameters = new LifParameters(
                given.beta(),
                NeuronValues.each(thresholds),
                given.strict(),
                given.reset(),
                given.delayedReset(),
                times(given.resetPotential(), factors),
                times(given.rest(), factors),
                times(given.bias(), factors),
                times(given.initialPotential(), factors),
                given.refractoryTicks());
        Population changed =
                new Population(name, population.size(), new Lif(parameters, lif.integration()), population.startTick());
        return new Network(
                network.populations().stream()
                        .map(each -> each.name().equals(name) ? changed : each)
                        .toList(),
                network.projections().stream()
                        .map(each -> each.target().equals(name)
                                ? new Projection(
                                        each.source(), name, times(each.synapses(), factors), each.plasticity())
                                : each)
                        .toList());
    }

    private static double whole(double steps, boolean strict) {
        double whole = strict ? Math.floor(steps + TOLERANCE) : Math.ceil(steps - TOLERANCE);
        return steps > 0 ? Math.max(1, whole) : whole;
    }

    private static double[] largest(Network network, String name) {
        double[] largest = new double[network.population(network.index(name)).size()];
        network.projections().stream()
                .filter(projection -> projection.target().equals(name))
                .map(Projection::synapses)
                .forEach(synapses -> takeLargest(synapses, largest));
        return largest;
    }

    private static void takeLargest(Synapses synapses, double[] largest) {
        for (int source = 0; source < synapses.sourceSize(); source++) {
            for (int i = 0; i < synapses.outDegree(source); i++) {
                int target = synapses.target(source, i);
                largest[target] = Math.max(largest[target], Math.abs(synapses.weight(source, i)));
            }
        }
    }

    private static NeuronValues times(NeuronValues values, double[] factors) {
        double[] products = new double[factors.length];
        Arrays.setAll(products, neuron -> values.at(neuron) * factors[neuron]);
        return NeuronValues.each(products);
    }

    private static Synapses times(Synapses synapses, double[] factors) {
        SparseSynapses.Builder builder = SparseSynapses.builder(synapses.sourceSize(), synapses.targetSize());
        for (int source = 0; source < synapses.sourceSize(); source++) {
            for (int i = 0; i < synapses.outDegree(source); i++) {
                int target = synapses.target(source, i);
                builder.add(
                        source, target, synapses.weight(source, i) * factors[target], synapses.delayTicks(source, i));
            }
        }
        return builder.build();
    }
}
