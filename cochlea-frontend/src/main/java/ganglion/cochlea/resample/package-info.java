/** Changes the sample rate, of whole clips and of streams. */
package ganglion.cochlea.resample;
