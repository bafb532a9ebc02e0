/**
 * What a search found, as a page. It draws the front of each device with the network made by hand beside it, says what mattered and what more
 * time would be used for, and lists each point. The page shows figures of {@link ganglion.scenario.explore.Exploration} and derives no others than means,
 * intervals and the share of a box that a front covers.
 */
package ganglion.report.explore;
