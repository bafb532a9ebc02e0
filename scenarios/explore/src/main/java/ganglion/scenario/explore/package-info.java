/**
 * Searches: which network on which chip? One product in a room of its own, from the verb to the page. This package holds the records of a search and of what it
 * found. Each of the others uses only this package and those above it in this list:
 *
 * <pre>
 *  space     what may vary: dimensions, and configurations as values for each of them
 *  strategy  what to try next and what to go on with: non-dominated sorting, a Parzen estimator, successive halving
 *  format    search documents
 *  result    what was found, as tables and a page
 *  trial     one network: does it fit, train it, compile it, cost it
 *  run       the search itself, and its journal, so that nothing is trained twice
 *  verb      ganglion explore
 * </pre>
 */
package ganglion.scenario.explore;
