/**
 * Spikes as data: which neuron fired, and at which tick. A {@link ganglion.kernel.event.SpikeRaster} is the immutable form in which
 * spikes enter the engine (from files, generators and the front end) and leave it (for probes, accounting and reports).
 */
package ganglion.kernel.event;
