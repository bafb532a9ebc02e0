/**
 * What a search found, as JSON and as a table: {@link ganglion.scenario.explore.result.ExplorationDocument} is {@code result.json}, {@link
 * ganglion.scenario.explore.result.FiguresJson} writes and reads the figures of a network, {@link
 * ganglion.scenario.explore.result.Importances} says which choice mattered, {@link ganglion.scenario.explore.result.StageJson} writes and reads
 * stages of cascades.
 */
package ganglion.scenario.explore.result;
