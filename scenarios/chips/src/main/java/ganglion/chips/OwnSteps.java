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
import ganglion.odin.TinyOdin;
import java.util.Arrays;
import java.util.List;

/**
 * Gives each neuron the finest step that its own weights allow. All weights into a population are rounded to one step; but a neuron counts its
 * potential in a unit of its own, and fires the same spikes if its weights, threshold and all potentials are multiplied by one number. So each is
 * multiplied by what makes its largest weight that of the population.
 */
final class OwnSteps {

    private OwnSteps() {}

    /** The network with other units, where the chip does not hold the weights into a population as they are. */
    static Network of(Network network) {
        Network scaled = network;
        for (Population population : network.populations()) {
            if (population.model() instanceof Lif lif
                    && !WeightStep.isExact(
                            network, population.name(), TinyOdin.HIGHEST_WEIGHT, TinyOdin.HIGHEST_POTENTIAL)) {
                scaled = of(scaled, population, lif);
            }
        }
        return scaled;
    }

    private static Network of(Network network, Population population, Lif lif) {
        String name = population.name();
        double[] factors = new double[population.size()];
        network.projections().stream()
                .filter(projection -> projection.target().equals(name))
                .map(Projection::synapses)
                .forEach(synapses -> takeLargest(synapses, factors));
        double largest = Arrays.stream(factors).max().orElseThrow();
        Arrays.setAll(factors, neuron -> factors[neuron] > 0 ? largest / factors[neuron] : 1);
        LifParameters given = lif.parameters();
        LifParameters parameters = new LifParameters(
                given.beta(),
                times(given.threshold(), factors),
                given.strict(),
                given.reset(),
                given.delayedReset(),
                times(given.resetPotential(), factors),
                times(given.rest(), factors),
                times(given.bias(), factors),
                times(given.initialPotential(), factors),
                given.refractoryTicks());
        Population scaled =
                new Population(name, population.size(), new Lif(parameters, lif.integration()), population.startTick());
        List<Population> populations = network.populations().stream()
                .map(each -> each.name().equals(name) ? scaled : each)
                .toList();
        List<Projection> projections = network.projections().stream()
                .map(each -> each.target().equals(name)
                        ? new Projection(each.source(), name, times(each.synapses(), factors), each.plasticity())
                        : each)
                .toList();
        return new Network(populations, projections);
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
