/**
 * Ganglion from a Java program: build networks with units, run them on actors, get results as arrays, cost them, train, classify, and feed an
 * ear live. {@link ganglion.api.GanglionApi} is where everything begins; {@link ganglion.api.Units} is imported statically.
 *
 * <p>Results are arrays, or the records in which the engine holds them. Times and frequencies have types, and what is
 * wrong is told by a {@link ganglion.api.GanglionException} with its place. Results are immutable and can be shared by threads;
 * builders are for one thread. The same network and seed give the same bits on any number of threads, and the same as its saved file gives
 * {@code ganglion run}.
 */
package ganglion.api;
