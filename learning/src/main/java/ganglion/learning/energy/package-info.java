/**
 * Training for energy: the energy of a spike of each layer, from a chip's profile, is the penalty that training puts
 * on it.
 */
package ganglion.learning.energy;
