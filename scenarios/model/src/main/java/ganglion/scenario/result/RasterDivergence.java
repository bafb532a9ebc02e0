package ganglion.scenario.result;

import ganglion.kernel.event.SpikeRaster;

/**
 * The first spike at which a population diverges from a golden raster.
 *
 * @param population name
 * @param tick tick of the spike
 * @param neuron the neuron whose spike is missing or too many
 * @param found all spikes of the population in the run
 * @param wanted all spikes of the population in the golden raster
 */
public record RasterDivergence(String population, long tick, int neuron, SpikeRaster found, SpikeRaster wanted) {}
