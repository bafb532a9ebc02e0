/**
 * What a search found as an answer: {@link ganglion.scenario.explore.result.ExplorationTables} makes its tables, and {@link
 * ganglion.scenario.explore.result.ExplorationPage} its page.
 */
package ganglion.scenario.explore.result;
