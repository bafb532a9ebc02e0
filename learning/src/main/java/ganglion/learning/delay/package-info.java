/** Delays that each synapse of a layer learns by itself: what both engines compute from them alike. */
package ganglion.learning.delay;
