/**
 * Layers in double precision: each computes its output for all steps and samples, then the gradients of its parameters and of its
 * input. They follow their equations directly and are the only back-propagation in double precision: the reference engine, the
 * networks without spikes and the studies all run them.
 */
package ganglion.learning.reference.layer;
