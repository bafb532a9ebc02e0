/**
 * What is told of a run on several nodes while it goes on: who works and who waits, who comes and goes. No result depends on it.
 *
 * <p>A host reads a clock when it gets something to do and when it has done all that it can, twice for each round of windows ({@link
 * ganglion.runtime.watch.HostClock}). What lies between two rounds is waiting, unless the host was asked for something, which is only done at
 * rest. The sums travel with its reports, and come together in a {@link ganglion.runtime.watch.ClusterWork}. The clock is given from outside
 * ({@link ganglion.runtime.watch.ClusterWatch}).
 */
package ganglion.runtime.watch;
