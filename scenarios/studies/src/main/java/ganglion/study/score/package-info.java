/**
 * What is to be played: notes in time, read from MIDI files or made up by a seeded walk. Nothing here makes a sound; {@code
 * ganglion.study.compose} does. Files are untrusted, and bounded.
 */
package ganglion.study.score;
