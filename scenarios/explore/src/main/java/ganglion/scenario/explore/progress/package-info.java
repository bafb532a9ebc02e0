/**
 * How far a search is: the time that it took and may take ({@code Elapsed}), what is still to do, how long that takes ({@code Outlook}), and
 * who is told ({@code SearchProgress}).
 */
package ganglion.scenario.explore.progress;
