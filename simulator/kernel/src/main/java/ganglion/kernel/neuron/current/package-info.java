/**
 * Currents that flow into neurons. {@code SynapticCurrent} and {@code AlphaCurrent} describe how a synaptic event acts over
 * the ticks that follow it. An {@code InputCurrent} flows beside the synapses: steps, Gaussian noise or a Poisson background;
 * {@code DrivenNeurons} adds one to a model of any kind.
 *
 * <p>All are immutable and may be shared between threads. Noise is a pure function of seed, neuron and tick, so that it does
 * not depend on how a population is divided among cores.
 */
package ganglion.kernel.neuron.current;
