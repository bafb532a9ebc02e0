/**
 * Offline training of spiking networks, from data sets to the network that a simulator runs. Packages, each using only those
 * before it:
 *
 * <pre>
 *   surrogate   stand-ins for the derivative of a spike
 *   model       layers and their parameters: what is trained, nothing that runs
 *   loss        what training makes small
 *   optimiser   how gradients change parameters
 *   sample      inputs over time, and the classes they belong to
 *   engine      what trains a model batch by batch: the contract of the next two
 *   quantise    what a chip makes of weights, for training and for good
 *   reference   the arithmetic as it is defined, in double precision
 *   fast        the same in single precision, for training
 *   train       the training loop: epochs, validation, early stop, best model
 *   file        models and checkpoints as files
 *   data        sounds in folders as the ear hears them, recorded spikes
 *   rule        learning rules other than backpropagation through time
 *   dense       networks without spikes, to compare with
 *   compile     from a model to a network that fires the same spikes
 *   energy      what a spike costs on a chip, as a price to train with
 *   stdp        unsupervised learning by spike timing, in the simulator itself
 * </pre>
 *
 * Nothing below this module may import it.
 */
package ganglion.learning;
