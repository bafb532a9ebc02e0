/** What a costed run is held against: the equivalent dense network, break-even activities, and counts as the literature makes them. */
package ganglion.scenario.cost;
