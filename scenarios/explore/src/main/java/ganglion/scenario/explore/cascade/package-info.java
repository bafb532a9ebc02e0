/**
 * Cascades among the networks of a search: {@link ganglion.scenario.explore.cascade.CascadeWish} says what is asked, {@link
 * ganglion.scenario.explore.cascade.CascadeFinder} joins every two networks, chooses in validation which pairs win at which rate of the event, and
 * measures those on the test set. What networks decide and take is given; nothing is trained or run here.
 */
package ganglion.scenario.explore.cascade;
