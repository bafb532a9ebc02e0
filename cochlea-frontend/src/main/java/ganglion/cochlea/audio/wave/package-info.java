/** Decodes RIFF WAVE, from files and from streams that are still being written. */
package ganglion.cochlea.audio.wave;
