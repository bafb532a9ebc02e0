package ganglion.hardware.metrics;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import java.util.List;

/**
 * Metrics of NeuroBench under its own definitions (Yik et al. 2025, Nature Communications 16, and version 2 of its code),
 * every projection taken as one linear layer without bias, called once per tick, and every input of numbers as one that is called
 * once per frame; missing connections are weights of zero. NeuroBench takes a call whose inputs all happen to be -1, 0 or 1 for one
 * with spikes; here an input of numbers counts as such in every frame.
 *
 * @param footprintBytes bytes of all weights, and of the numbers that neurons hold as parameters; their state is not counted
 * @param connectionSparsity weights of zero divided by all weights, rounded to four digits
 * @param activationSparsity one minus the share of outputs of neurons that are not zero
 * @param effectiveAccumulates weights that are not zero, applied for spikes, per sample
 * @param effectiveMultiplyAccumulates weights that are not zero, applied for numbers that are not zero, per sample
 * @param denseOperations both if all weights and inputs were one, per sample
 */
public record NeuroBenchMetrics(
        long footprintBytes,
        double connectionSparsity,
        double activationSparsity,
        double effectiveAccumulates,
        double effectiveMultiplyAccumulates,
        double denseOperations) {

    private static final double FOUR_DIGITS = 1e4;

    /**
     * The metrics of a run.
     *
     * @param spikes spikes of each population, by population index
     * @param numbers numbers that flow in during these ticks
     * @param ticks length of the run; spikes from this tick on are left out
     * @param samples number of samples in the run
     * @param bytesPerNumber bytes of a weight or parameter, 4 in NeuroBench's models
     */
    public static NeuroBenchMetrics of(
            Network network,
            List<SpikeRaster> spikes,
            List<NumberInput> numbers,
            long ticks,
            long samples,
            int bytesPerNumber) {
        if (samples < 1) {
            throw new IllegalArgumentException("there are " + samples + " samples, expected at least one");
        }
        long weights = 0;
        long zeroWeights = 0;
        long effective = 0;
        long dense = 0;
        for (Projection projection : network.projections()) {
            WeightMatrix matrix = new WeightMatrix(projection.synapses());
            weights += matrix.size();
            zeroWeights += matrix.size() - matrix.nonZero();
            dense = Math.addExact(dense, Math.multiplyExact(matrix.size(), ticks));
            SpikeRaster raster = spikes.get(network.index(projection.source()));
            for (int s = 0; s < raster.firstIndexAt(ticks); s++) {
                effective += matrix.nonZeroInRow(raster.neuron(s));
            }
        }
        long multiplied = 0;
        for (NumberInput layer : numbers) {
            weights += layer.weights();
            zeroWeights += layer.weights() - layer.nonZeroWeights();
            multiplied += layer.effectiveMultiplyAccumulates();
            dense = Math.addExact(dense, layer.denseMultiplyAccumulates());
        }
        double sparsity = weights == 0 ? 0 : Math.round(FOUR_DIGITS * zeroWeights / weights) / FOUR_DIGITS;
        return new NeuroBenchMetrics(
                (weights + parameters(network)) * bytesPerNumber,
                sparsity,
                activationSparsity(network, spikes, ticks),
                (double) effective / samples,
                (double) multiplied / samples,
                (double) dense / samples);
    }

    /** Parameters of neurons: decay and threshold of each population, one for all its neurons or one per neuron. */
    private static long parameters(Network network) {
        long count = 0;
        for (Population population : network.populations()) {
            if (population.model() instanceof Lif lif) {
                LifParameters parameters = lif.parameters();
                count += parameters.beta().isCommon() ? 1 : population.size();
                count += parameters.threshold().isCommon() ? 1 : population.size();
            }
        }
        return count;
    }

    private static double activationSparsity(Network network, List<SpikeRaster> spikes, long ticks) {
        long outputs = 0;
        long nonZero = 0;
        for (int p = 0; p < spikes.size(); p++) {
            Population population = network.population(p);
            if (population.model().takesInput()) {
                outputs += Math.multiplyExact(ticks, population.size());
                nonZero += spikes.get(p).firstIndexAt(ticks);
            }
        }
        return outputs == 0 ? 0 : 1 - (double) nonZero / outputs;
    }
}
