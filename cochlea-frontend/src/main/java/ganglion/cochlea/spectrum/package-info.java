/**
 * From samples to band powers: framing, windows, the Fourier transform, mel filter banks; equal to librosa on the reference
 * vectors in the tests.
 */
package ganglion.cochlea.spectrum;
