package ganglion.learning.compile;

import ganglion.kernel.network.Population;

/**
 * A layer of neurons as a population.
 *
 * @param modelLayer position of the layer in the model
 * @param delayTicks ticks by which its spikes come later than the model's steps: its number among the layers of neurons,
 *     from 1
 * @param population what the simulator runs
 */
public record CompiledLayer(int modelLayer, int delayTicks, Population population) {}
