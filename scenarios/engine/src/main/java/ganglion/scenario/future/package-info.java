/**
 * When a decision became certain. {@link ganglion.scenario.future.DecisionFutures} takes states of a run along each clip and lets the network
 * go on from there with other input: in how many of these futures does the same class win? {@link ganglion.scenario.future.EarlyExit} tells what
 * a device has spent by then.
 */
package ganglion.scenario.future;
