package ganglion.scenario.result;

import ganglion.kernel.event.SpikeRaster;

/**
 * The first place where the spikes of a population differ from those of a golden raster.
 *
 * @param population name
 * @param tick when
 * @param neuron the neuron whose spike is missing or too many
 * @param found all spikes of the population in the run
 * @param wanted all spikes of the population in the golden raster
 */
public record RasterDeparture(String population, long tick, int neuron, SpikeRaster found, SpikeRaster wanted) {}
