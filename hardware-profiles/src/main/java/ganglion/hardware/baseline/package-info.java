/** The same network without regard to spikes, as a conventional processor would run it. */
package ganglion.hardware.baseline;
