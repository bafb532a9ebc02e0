/** Layers of trained networks in double precision, as their equations are written. */
package ganglion.learning.reference.layer;
