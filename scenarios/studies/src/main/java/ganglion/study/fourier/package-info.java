/**
 * The founding study's experiments on frequencies: a linear layer that learns the discrete Fourier transform from examples, and a
 * small network that reads the amplitudes of nine tones off it. Networks without spikes, in double precision: the question is how
 * exact they become.
 */
package ganglion.study.fourier;
