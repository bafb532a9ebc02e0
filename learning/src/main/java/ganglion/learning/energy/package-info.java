/**
 * Training for energy: what a spike of each layer costs on a chip, out of the chip's profile, is the price that training puts
 * on it.
 */
package ganglion.learning.energy;
