/** The second cochlea: a bank of gammatone filters, as wide as those of the ear, in place of spectra. */
package ganglion.cochlea.gammatone;
