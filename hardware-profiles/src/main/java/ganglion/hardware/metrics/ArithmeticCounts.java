package ganglion.hardware.metrics;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import java.util.List;

/**
 * Additions and multiplications as Kamata, Mukuta and Harada count them ("Fully Spiking Variational Autoencoder", AAAI 2022,
 * arXiv 2110.00375, and its code), every projection taken as one linear layer with a bias:
 *
 * <pre>
 *   artificial, each pass:  multiplications = in x out              additions = in x out + out
 *   spiking, T ticks:       multiplications = 0                     additions = spikes in x out + out x T
 *   numbers as its input:   as the artificial one, each frame
 *   and its neurons:        multiplications = those without a spike  additions = one per tick
 * </pre>
 *
 * Neurons multiply by their leak only in ticks in which they do not fire, as a spike resets them. Memory is not counted.
 * Where their code takes a layer's input size for its output size, this takes the output size, as their text does.
 *
 * @param additions number of additions
 * @param multiplications number of multiplications
 */
public record ArithmeticCounts(long additions, long multiplications) {

    /** Counts of the given number of passes of the artificial network of the same layers. */
    public static ArithmeticCounts artificial(Network network, List<NumberInput> numbers, long passes) {
        long multiplications = 0;
        long additions = 0;
        for (NumberInput layer : numbers) {
            multiplications = Math.addExact(multiplications, layer.weights());
            additions = Math.addExact(additions, layer.weights() + layer.targets());
        }
        for (Projection projection : network.projections()) {
            long targets = projection.synapses().targetSize();
            long products = Math.multiplyExact(projection.synapses().sourceSize(), targets);
            multiplications = Math.addExact(multiplications, products);
            additions = Math.addExact(additions, products + targets);
        }
        return new ArithmeticCounts(Math.multiplyExact(additions, passes), Math.multiplyExact(multiplications, passes));
    }

    /**
     * Counts of a run of the spiking network.
     *
     * @param spikes spikes of each population, by population index
     * @param numbers numbers that flow in during these ticks
     * @param ticks length of the run; spikes from this tick on are left out
     */
    public static ArithmeticCounts spiking(
            Network network, List<SpikeRaster> spikes, List<NumberInput> numbers, long ticks) {
        long additions = 0;
        long multiplications = 0;
        for (NumberInput layer : numbers) {
            long products = layer.denseMultiplyAccumulates();
            multiplications = Math.addExact(multiplications, products);
            additions = Math.addExact(additions, Math.addExact(products, layer.targets() * layer.frames()));
        }
        for (Projection projection : network.projections()) {
            long targets = projection.synapses().targetSize();
            long fired = spikes.get(network.index(projection.source())).firstIndexAt(ticks);
            additions = Math.addExact(additions, Math.multiplyExact(fired + ticks, targets));
        }
        for (int p = 0; p < spikes.size(); p++) {
            Population population = network.population(p);
            if (population.model().takesInput()) {
                long updates = Math.multiplyExact(ticks, population.size());
                additions = Math.addExact(additions, updates);
                multiplications += updates - spikes.get(p).firstIndexAt(ticks);
            }
        }
        return new ArithmeticCounts(additions, multiplications);
    }
}
