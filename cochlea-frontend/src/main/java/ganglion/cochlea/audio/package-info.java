/**
 * What all kinds of sound input share: limits (input is untrusted), the one error, sample formats, and the collection of
 * samples as one channel. The packages below decode one kind of file each; {@link ganglion.cochlea.audio.input} chooses
 * between them.
 */
package ganglion.cochlea.audio;
