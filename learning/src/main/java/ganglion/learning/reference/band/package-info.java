/** Learned bands of a power spectrum, forward and back in double precision. */
package ganglion.learning.reference.band;
