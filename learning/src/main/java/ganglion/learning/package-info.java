/**
 * Offline training of spiking networks, from data sets to the network that a simulator runs. Packages, each after those that it
 * uses:
 *
 * <pre>
 *   surrogate              stand-ins for the derivative of a spike
 *   delay                  delays that each synapse learns by itself
 *   model                  layers and their parameters, and what both engines compute from them alike
 *   loss                   what training minimises
 *   optimiser              how gradients change parameters
 *   sample                 inputs over time, and the classes that they belong to
 *   engine                 the contract of what trains a model batch by batch
 *   quantise               weights as a chip can hold them, in training and afterwards
 *   reference.layer        layers in double precision, as their equations are written
 *   reference              networks of these layers: slow, for evaluation and for checking what was compiled
 *   fast.arithmetic        rows of floats, spike lists and the loops over them
 *   fast.delay             synapses with delays of their own, in single precision
 *   fast.connection        layers between two layers of neurons, in single precision
 *   fast                   the engine in single precision, for training
 *   train                  the training loop: epochs, validation, early stopping, best model
 *   data                   recorded sounds and spikes as samples
 *   rule                   what classifiers are that learned by other rules, which other modules bring
 *   file                   models and checkpoints as files
 *   compile                from a model to a network that fires the same spikes
 * </pre>
 */
package ganglion.learning;
