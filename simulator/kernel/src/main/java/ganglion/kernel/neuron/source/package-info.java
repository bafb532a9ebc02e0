/**
 * Neurons that fire by themselves and take no input: a given raster ({@code SpikeSource}), regular intervals ({@code
 * RegularSource}) and Poisson trains ({@code PoissonSource}). Each knows its next spike and is visited only then, so that a
 * silent source costs nothing; but for spikes that come while the run goes on ({@code OpenSource}), which is visited at every tick.
 */
package ganglion.kernel.neuron.source;
