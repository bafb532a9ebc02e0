/** A bank of gammatone filters, as wide as auditory filters, in place of spectra. */
package ganglion.cochlea.gammatone;
