/**
 * What a search found as an answer: {@link ganglion.scenario.explore.result.ExplorationJson} binds it to JSON and back, {@link
 * ganglion.scenario.explore.result.ExplorationTables} makes its tables, {@link ganglion.scenario.explore.result.ExplorationPage} its page, and {@link
 * ganglion.scenario.explore.result.Importances} says which choice mattered.
 */
package ganglion.scenario.explore.result;
