/** From band powers to drives: gain control, so that spikes do not depend on loudness. */
package ganglion.cochlea.gain;
