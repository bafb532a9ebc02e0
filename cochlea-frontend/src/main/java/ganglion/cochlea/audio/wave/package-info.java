/** RIFF WAVE: decodes files, and streams that are still being written; writes files. */
package ganglion.cochlea.audio.wave;
