/**
 * How long a chip works on each tick, from spike to synapse, and how these times are distributed: barriers in three forms, up to
 * contention for the links of a mesh, clocked ticks, deadlines of software, and queues of asynchronous events.
 */
package ganglion.hardware.latency;
