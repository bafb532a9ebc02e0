/**
 * How fast the simulator is, and how much memory it takes: whole runs in processes of their own, printed as one table.
 * The networks W1 to W4 are those of the documented generator {@code netgen}, so that
 * the same graphs can be run by other simulators; the spikes are checked before a figure is given.
 */
package ganglion.benchmarks;
