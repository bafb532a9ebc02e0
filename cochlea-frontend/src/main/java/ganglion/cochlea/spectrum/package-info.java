/**
 * From samples to band powers: framing, window functions, the Fourier transform, mel filter banks; also cepstral
 * coefficients. Equal to librosa on the reference vectors in the tests.
 */
package ganglion.cochlea.spectrum;
