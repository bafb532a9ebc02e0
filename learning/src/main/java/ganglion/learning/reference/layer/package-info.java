/**
 * Layers in double precision, as their equations are written: forward for all, and back for those of networks without spikes. The tests
 * hold the gradients of networks with spikes, by automatic differentiation.
 */
package ganglion.learning.reference.layer;
