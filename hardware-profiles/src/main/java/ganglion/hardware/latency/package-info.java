/**
 * The time that a chip works on each tick, and the latency from spike to synapse: barriers in three forms, up to
 * contention for the links of a mesh, clocked ticks, deadlines of software, and queues of asynchronous events.
 */
package ganglion.hardware.latency;
