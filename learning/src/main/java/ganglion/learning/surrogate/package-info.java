/**
 * Stand-ins for the derivative of a spike with respect to the membrane potential, which is zero or infinite. The forward
 * pass always uses the exact step; only the backward pass uses a surrogate (Neftci, Mostafa and Zenke, "Surrogate gradient
 * learning in spiking neural networks", IEEE Signal Processing Magazine 36(6), 2019).
 *
 * <p>Everywhere {@code x} is the potential minus the threshold. Each surrogate exists once as an exact formula in double
 * precision and once as a loop over floats that the compiler can turn into vector instructions.
 */
package ganglion.learning.surrogate;
