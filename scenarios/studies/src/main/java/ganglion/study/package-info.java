/**
 * The experiments of the founding study that are not classifiers of sound, and the composer of its mixtures. This package only
 * holds the list of the others. Each uses only those above it, as a test checks:
 *
 * <pre>
 *  score        notes in time, by a random walk
 *  compose      from scores and recorded notes to labelled mixtures
 *  fourier      a linear layer that learns the Fourier transform, and a network that reads amplitudes off it
 *  rhythm       trains of spikes with and without a rhythm, and a network that recognises it
 *  experiment   the studies as tasks of experiment files
 * </pre>
 */
package ganglion.study;
