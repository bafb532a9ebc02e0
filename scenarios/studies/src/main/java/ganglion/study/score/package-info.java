/** Scores: notes in time, composed by a seeded random walk. Nothing here makes a sound; {@code ganglion.study.compose} does. */
package ganglion.study.score;
