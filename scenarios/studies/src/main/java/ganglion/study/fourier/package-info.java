/**
 * The founding study's experiments on frequencies: a linear layer that learns the discrete Fourier transform from examples, and a
 * small network that reads the amplitudes of nine tones off it. Plain networks without spikes, in double precision: what is asked is
 * how exact they become.
 */
package ganglion.study.fourier;
