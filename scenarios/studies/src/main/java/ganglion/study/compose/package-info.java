/**
 * From scores to labelled mixtures: recordings of single notes, moved to the pitches of a score, summed and
 * written to disk as they are made.
 *
 * <pre>
 *   Score ──► NoteMixer ──► draft (float samples on disk, its peak) ──► scaled so that nothing clips ──► WAV
 *               │
 *               └─► labels: which notes sound when
 * </pre>
 *
 * Memory does not depend on the length of a piece. The same seed gives the same bytes.
 */
package ganglion.study.compose;
