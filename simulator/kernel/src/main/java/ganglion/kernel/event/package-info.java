/**
 * Spikes as data: which neuron fired, and at which tick. A {@link ganglion.kernel.event.SpikeRaster} is the immutable form in
 * which spikes enter the engine (from files, generators and the front end) and leave it (for probes, accounting and reports):
 * the spikes of one population, with neurons counted from its first. A {@link ganglion.kernel.event.SpikeBatch} is what
 * travels between cores: the spikes of one window, with network-wide numbers. Both keep ticks and neurons in two flat arrays
 * and make no object per spike.
 */
package ganglion.kernel.event;
