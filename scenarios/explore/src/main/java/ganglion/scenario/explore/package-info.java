/**
 * Searches: which network on which chip? This package holds the records of a search and of what it found; they use no package of the module
 * but {@code space} and {@code cascade}. Each of the others uses only this package and those above it in this list, as a test checks:
 *
 * <pre>
 *  space     what may vary: dimensions, and configurations as values for each of them
 *  cascade   pairs of networks, of which a small one wakes a large one: which of them win
 *  strategy  what to try next and what to go on with: non-dominated sorting, a Parzen estimator, successive halving
 *  format    search documents
 *  result    what was found, as JSON and as a table
 *  journal   what was trained so far, on disk, so that nothing is trained twice
 *  trial     one network: does it fit, train it, compile it, cost it
 *  progress  how far a search is, and how long the rest takes
 *  run       the search itself
 * </pre>
 */
package ganglion.scenario.explore;
