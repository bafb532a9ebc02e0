/** How long a chip works on each tick, and how these times are distributed. */
package ganglion.hardware.latency;
