/**
 * Scores: notes in time, read from MIDI files or composed by a seeded random walk. Nothing here makes a sound; {@code
 * ganglion.study.compose} does. Files are untrusted, and bounded.
 */
package ganglion.study.score;
