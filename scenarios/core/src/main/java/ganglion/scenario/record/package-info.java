/**
 * What a run writes to disk while it lasts: spikes that would not fit into memory, and the values of probes. Each file is a
 * table that grows in order of time, so that memory stays bounded however long the run is. A run that continues from a
 * checkpoint continues the same tables.
 */
package ganglion.scenario.record;
