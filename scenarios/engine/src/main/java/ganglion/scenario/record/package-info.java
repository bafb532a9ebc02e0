/**
 * What a run writes to disk while it lasts: spikes that would not fit into memory, and what probes see. Every file is a table
 * that grows in order of time, so that memory stays bounded however long the run, and a run that goes on from a checkpoint
 * goes on with the same tables.
 */
package ganglion.scenario.record;
