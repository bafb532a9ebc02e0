/**
 * Labelled mixtures of instruments: music by a random walk, played with recordings of single notes that are moved to its pitches.
 * The same seed gives the same bytes.
 *
 * <pre>
 *   RandomWalk ──► MixtureMaker ◄── NoteLibrary
 * </pre>
 */
package ganglion.study.compose;
