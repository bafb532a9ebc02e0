/**
 * Offline training of spiking networks: data sets, surrogate gradients, quantisation and the compiler from a trained
 * model to a scenario. Will use the kernel, the front end and the hardware profiles; nothing below it may import it.
 */
package ganglion.learning;
