/** The work of a front end that turns sound into the input of a network, as counts of operations that a processor can be priced by. */
package ganglion.hardware.signal;
