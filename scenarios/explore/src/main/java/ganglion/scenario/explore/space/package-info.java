/** What a search may vary: {@link ganglion.scenario.explore.space.Space} has dimensions, and a configuration is a value for each of them. */
package ganglion.scenario.explore.space;
